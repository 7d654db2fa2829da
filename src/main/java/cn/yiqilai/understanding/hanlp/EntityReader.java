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
    /** A number that counts something is no year: 2024元, 2024多人; 2024人才 and 2024天津 are. */
    private static final String COUNTS = "[多余]?(?:" + Numerals.COUNTED + ")";

    private static final Pattern YEAR = Pattern.compile(
            "(?<![0-9第])(20[0-4][0-9])(?![0-9]|(?:\\.[0-9]+)?" + COUNTS + ")|(?<![0-9])([12][0-9])年(?![0-9前后内以限])");
    private static final Pattern YEARS = Pattern.compile("(?<![0-9])(20[0-4][0-9])年?到(20[0-4][0-9])(?![0-9])");

    /** Without the words in which not-saying is only part of a name, and without the question 能不能. */
    private static final Pattern NEGATION =
            Pattern.compile("不(?<=^不|(.)不)(?!\\1|同|仅|但|管|论|动产|超|[高低多少大小晚早]于|过(?![户期审关])|断|锈钢|可抗力|限)"
                    + "|没(?<=^没|(.)没)(?!\\2|收(?![到入费取]))"
                    + "|未(?!成年|来|分配利润)"
                    + "|无(?!锡|固定|人机|形资产|障碍|纸化|论|还本)"
                    + "|非(?!全日制|居民|公|营利|盈利|遗|常|税|货币|机动)"
                    + "|(?<![类区级性特分个识鉴差辨判告派国户税界组科门])别(?![的类人墅名处家样致称国号])"
                    + "|勿|免");

    /** The year as it is called, not 网上年报, 三年前年报, 证明年限, 成本年度. */
    private static final Map<Pattern, Integer> RELATIVE = Map.of(
            Pattern.compile("今年(?!限|龄)|(?<![成资日样基版文])本年(?!限|龄|金|轻)"), 0,
            Pattern.compile("(?<!过)去年(?!检|审)|(?<![以网线晚马加])上年(?!报|检|审|限|龄|薪|金|轻)"), -1,
            Pattern.compile("(?<![大年天日月以之目提当先])前年(?!检|审|限|龄)"), -2,
            Pattern.compile("大前年"), -3,
            Pattern.compile("明年(?!限|龄|度|报|检|审)|(?<![证说声注表])明年(?!限|龄)"), 1);

    /** "15年" is far more often a length of time than the year 2015: only recent two-digit years are meant. */
    private static final int RECENT = 6;

    private static final int FIRST_YEAR = 2015;
    private static final int YEARS_AHEAD = 3;

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
                Amounts.in(normal),
                Aspect.askedFor(normal),
                contrasts.in(content),
                NEGATION.matcher(normal).find());
    }

    private static Set<Integer> years(String normal, LocalDate today) {
        var years = new HashSet<Integer>();
        named(normal, today, years);
        if (normal.indexOf('到') >= 0) {
            between(normal, years);
        }
        if (normal.indexOf('年') >= 0) {
            relative(normal, today, years);
        }
        years.removeIf(year -> year > today.getYear() + YEARS_AHEAD || year < FIRST_YEAR);
        return years;
    }

    private static void named(String normal, LocalDate today, Set<Integer> years) {
        var matcher = YEAR.matcher(normal);
        while (matcher.find()) {
            if (matcher.group(1) != null) {
                years.add(Integer.parseInt(matcher.group(1)));
            } else if (2000 + Integer.parseInt(matcher.group(2)) >= today.getYear() - RECENT) {
                years.add(2000 + Integer.parseInt(matcher.group(2)));
            }
        }
    }

    private static void relative(String normal, LocalDate today, Set<Integer> years) {
        RELATIVE.forEach((word, offset) -> {
            if (word.matcher(normal).find()) {
                years.add(today.getYear() + offset);
            }
        });
    }

    /** 2024到2026年 means 2025 as well. */
    private static void between(String normal, Set<Integer> years) {
        var matcher = YEARS.matcher(normal);
        while (matcher.find()) {
            for (var year = Integer.parseInt(matcher.group(1)); year < Integer.parseInt(matcher.group(2)); year++) {
                years.add(year);
            }
        }
    }
}
