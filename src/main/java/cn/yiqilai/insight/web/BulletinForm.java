package cn.yiqilai.insight.web;

import cn.yiqilai.insight.Bulletin;
import cn.yiqilai.insight.Bulletining;
import cn.yiqilai.insight.Period;
import cn.yiqilai.platform.FieldChecks;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a supervisor writes to a published evaluation.
 *
 * @param period {@code 2026-03}, {@code 2026-Q1} or {@code 2026}, published
 * @param audience UNITS or PUBLIC
 * @param advice to units, only in a bulletin for them; at most one each
 * @param cases, problems, opinions at most 20 of at most 2000 code points, without anybody's data
 */
@Schema(
        name = "IssueBulletin",
        requiredProperties = {"period", "audience", "title"})
record BulletinForm(
        @Nullable String period,
        @Nullable String audience,
        @Nullable String title,
        @Nullable List<@Nullable AdviceForm> advice,
        @Nullable List<@Nullable String> cases,
        @Nullable List<@Nullable String> problems,
        @Nullable List<@Nullable String> opinions) {
    private static final int LONGEST_TITLE = 120;
    private static final int LONGEST_UNIT = 60;
    private static final int LONGEST_TEXT = 2000;
    private static final int MOST_TEXTS = 20;
    private static final int MOST_ADVICE = 200;

    /** Advice to one unit. */
    @Schema(
            name = "UnitAdvice",
            requiredProperties = {"unit", "text"})
    record AdviceForm(@Nullable String unit, @Nullable String text) {}

    Bulletining.Wish wish() {
        var checks = new FieldChecks("insight.bulletin-invalid");
        var when = Period.parse(period == null ? "" : period).orElse(null);
        if (when == null) {
            checks.refuse("period", "insight.period");
        }
        if (audience == null || audience.isBlank()) {
            checks.refuse("audience", "field.required");
        }
        var whose = checks.constant("audience", audience, Bulletin.Audience.class, Map.of());
        var name = checks.required("title", title, 2, LONGEST_TITLE);
        var texts = new Bulletin.Texts(
                advice(checks, whose),
                texts(checks, "cases", cases),
                texts(checks, "problems", problems),
                texts(checks, "opinions", opinions));
        checks.throwIfAny();
        return new Bulletining.Wish(Objects.requireNonNull(when), Objects.requireNonNull(whose), name, texts);
    }

    private List<Bulletin.Advice> advice(FieldChecks checks, Bulletin.@Nullable Audience whose) {
        var found = new ArrayList<Bulletin.Advice>();
        if (advice == null || advice.isEmpty()) {
            return found;
        }
        if (whose == Bulletin.Audience.PUBLIC) {
            checks.refuse("advice", "insight.advice-in-public");
        } else if (advice.size() > MOST_ADVICE) {
            checks.refuse("advice", "field.list-too-long", MOST_ADVICE);
        } else {
            var named = new HashSet<String>();
            for (var i = 0; i < advice.size(); i++) {
                var one = advice.get(i);
                var unit = checks.required("advice." + i + ".unit", one == null ? null : one.unit(), 1, LONGEST_UNIT);
                var text =
                        checks.requiredText("advice." + i + ".text", one == null ? null : one.text(), 2, LONGEST_TEXT);
                if (!unit.isEmpty() && !named.add(unit)) {
                    checks.refuse("advice." + i + ".unit", "insight.advice-twice");
                }
                found.add(new Bulletin.Advice(unit, text));
            }
        }
        return found;
    }

    private static List<String> texts(FieldChecks checks, String field, @Nullable List<@Nullable String> raw) {
        if (raw == null) {
            return List.of();
        }
        if (raw.size() > MOST_TEXTS) {
            checks.refuse(field, "field.list-too-long", MOST_TEXTS);
            return List.of();
        }
        var texts = new ArrayList<String>();
        for (var i = 0; i < raw.size(); i++) {
            texts.add(checks.requiredText(field + "." + i, raw.get(i), 2, LONGEST_TEXT));
        }
        return List.copyOf(texts);
    }
}
