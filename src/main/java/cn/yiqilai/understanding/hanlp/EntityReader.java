package cn.yiqilai.understanding.hanlp;

import cn.yiqilai.city.Regions;
import cn.yiqilai.understanding.Aspect;
import cn.yiqilai.understanding.Entities;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds years, places, amounts, negation and the aspect in a normal form. */
final class EntityReader {
    private static final Pattern YEAR =
            Pattern.compile("(?<![0-9])(20[0-4][0-9])(?![0-9])|(?<![0-9])([12][0-9])年(?![0-9前后内以限])");
    private static final Pattern AMOUNT =
            Pattern.compile("[0-9]+(?:\\.[0-9]+)?(?:%|‰|元|块|人|天|日|个月|个工作日|工作日|年|小时|倍|平方米|平|台|吨|次|岁|成|个点)?");
    private static final Pattern NEGATION = Pattern.compile("不(?!同|仅|但|管|论|动产|超过|低于|少于)|没|未|无(?!锡|固定)|非(?!全日制|居民)|免");
    private static final Map<String, Integer> RELATIVE =
            Map.of("今年", 0, "本年", 0, "去年", -1, "上年", -1, "前年", -2, "明年", 1);

    /** "15年" is far more often a length of time than the year 2015: only recent two-digit years are meant. */
    private static final int RECENT = 6;

    private final Regions regions;
    private final Contrasts contrasts;

    EntityReader(Regions regions, Contrasts contrasts) {
        this.regions = regions;
        this.contrasts = contrasts;
    }

    /** @param content the normal form with official names */
    Entities read(String normal, String content, LocalDate today) {
        return new Entities(
                years(normal, today),
                regions.mentionedIn(normal),
                amounts(normal),
                Aspect.askedFor(normal),
                contrasts.in(content),
                NEGATION.matcher(normal).find());
    }

    private static Set<Integer> years(String normal, LocalDate today) {
        var years = new HashSet<Integer>();
        var matcher = YEAR.matcher(normal);
        while (matcher.find()) {
            if (matcher.group(1) != null) {
                years.add(Integer.parseInt(matcher.group(1)));
            } else if (2000 + Integer.parseInt(matcher.group(2)) >= today.getYear() - RECENT) {
                years.add(2000 + Integer.parseInt(matcher.group(2)));
            }
        }
        RELATIVE.forEach((word, offset) -> {
            if (normal.contains(word)) {
                years.add(today.getYear() + offset);
            }
        });
        years.removeIf(year -> year > today.getYear() + 3 || year < 2015);
        return years;
    }

    private static Set<String> amounts(String normal) {
        var amounts = new HashSet<String>();
        var matcher = AMOUNT.matcher(normal);
        while (matcher.find()) {
            amounts.add(matcher.group());
        }
        return amounts;
    }
}
