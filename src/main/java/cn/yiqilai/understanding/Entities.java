package cn.yiqilai.understanding;

import cn.yiqilai.city.Place;
import java.util.Set;

/**
 * What must agree between a question and its answer, whatever the words.
 *
 * @param years calendar years that are named, {@code 2022}, also by 去年 and 今年, and those between the ends of a range
 * @param places places that are named
 * @param amounts numbers with their unit in one spelling, {@code 300000元}, {@code 3%}, {@code 30天}; years in months, {@code 18个月}
 * @param aspects what is asked for
 * @param things that are named and easily taken for others
 * @param negated whether it says 不, 没, 未 …, but not in 能不能 nor as part of a name such as 不动产
 */
public record Entities(
        Set<Integer> years,
        Set<Place> places,
        Set<String> amounts,
        Set<Aspect> aspects,
        Set<Thing> things,
        boolean negated) {
    public Entities {
        years = Set.copyOf(years);
        places = Set.copyOf(places);
        amounts = Set.copyOf(amounts);
        aspects = Set.copyOf(aspects);
        things = Set.copyOf(things);
    }
}
