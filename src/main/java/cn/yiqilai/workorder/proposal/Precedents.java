package cn.yiqilai.workorder.proposal;

import java.util.List;
import java.util.UUID;

/** Orders that units have taken and kept. */
public interface Precedents {
    /**
     * @param number the order's
     * @param unit who took it; in joint handling who leads
     * @param description what it was about; never shown to anybody here
     */
    record Precedent(String number, String unit, String description) {
        /** Says nothing of anybody, because logs are read by many. */
        @Override
        public String toString() {
            return "Precedent[" + number + "]";
        }
    }

    /**
     * The latest first.
     *
     * @param except the order for which a unit is sought
     * @param most at most so many
     */
    List<Precedent> latest(UUID except, int most);
}
