package cn.yiqilai.workorder;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Several units are called together over one matter (联合会办, 吹哨).
 *
 * @param convener the unit that calls: a platform, 营商环境 department, 督查室
 * @param reason 2..1000 code points
 * @param units whoever shall come, the convener left out
 * @param whistled a county's platform or a park asked for it (吹哨), and the city's leads
 */
public record JointSession(
        String convener, Cause cause, String reason, List<String> units, boolean whistled, Instant convenedAt) {
    /** Why one unit is not enough. */
    @Schema(name = "JointCause")
    public enum Cause {
        /** 跨部门、跨地区 */
        ACROSS_UNITS,
        /** 责任主体不明确、无法判定承办单位 */
        UNCLEAR_DUTY
    }

    /**
     * What came of it.
     *
     * @param lead 牵头单位
     * @param coUnits 协办单位
     * @param signer who takes it for the lead unit, 1..60 code points
     * @param text 协调纪要, 2..10000 code points
     * @param finishBy until when they have agreed to be done; null for none. It changes no statutory limit
     */
    public record Minutes(
            String lead,
            List<String> coUnits,
            String signer,
            String text,
            @Nullable LocalDate finishBy,
            Instant at) {
        public Minutes {
            coUnits = List.copyOf(coUnits);
        }
    }

    public JointSession {
        units = List.copyOf(units);
    }
}
