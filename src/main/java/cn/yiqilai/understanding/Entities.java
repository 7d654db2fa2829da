package cn.yiqilai.understanding;

import cn.yiqilai.city.Place;
import java.util.Set;

/**
 * What must agree between a question and its answer, whatever the words.
 *
 * @param years calendar years that are named, {@code 2022}, also by 去年 and 今年
 * @param places places that are named
 * @param amounts numbers with their unit, {@code 300000元}, {@code 3%}, {@code 30天}
 * @param aspects what is asked for
 * @param things that are named and easily taken for others
 * @param negated whether it says 不, 没, 未 …
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
