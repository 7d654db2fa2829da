package cn.yiqilai.directory;

import cn.yiqilai.city.City;
import cn.yiqilai.city.Provision;
import cn.yiqilai.city.RuleBook;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;

/** How many specialists each department has to name: 3 to 5 in 江苏 with 如皋 (方案三、2); where a plan is silent, one at least. */
@ApplicationScoped
public class SpecialistNumber {
    private static final Wanted SOMEBODY = new Wanted(1, Integer.MAX_VALUE);

    private final RuleBook rules;
    private final City city;

    SpecialistNumber(RuleBook rules, City city) {
        this.rules = rules;
        this.city = city;
    }

    /** Both included. */
    public record Wanted(int fewest, int most) {
        boolean isMetBy(long number) {
            return number >= fewest && number <= most;
        }
    }

    public Wanted wanted() {
        return rules.of(city.profile())
                .provision("capacity", "specialists_per_department")
                .map(Provision::value)
                .filter(values -> !values.isEmpty())
                .map(List::getFirst)
                .map(SpecialistNumber::read)
                .orElse(SOMEBODY);
    }

    /** {@code 3-5} */
    private static Wanted read(String text) {
        var ends = Arrays.stream(text.split("-", -1))
                .map(String::strip)
                .map(Integer::valueOf)
                .toList();
        return new Wanted(ends.getFirst(), ends.getLast());
    }
}
