package cn.yiqilai.workorder.reply;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a unit answers, as it was proposed. Never changed: another proposal is another reply.
 *
 * @param template the version of the template that it fills in
 * @param sections in the template's order, those left empty left out
 * @param plan what STEPWISE needs; null otherwise
 * @param reason why it is only explained, 2..2000 code points; null unless EXPLAINED
 * @param told how the enterprise was told beforehand, at most 2000 code points
 * @param by the person who wrote it
 */
public record Reply(
        int template,
        List<Section> sections,
        Finding finding,
        Resolution resolution,
        FourChecks checks,
        @Nullable StepwisePlan plan,
        @Nullable String reason,
        @Nullable String told,
        String by,
        Instant at) {
    /** One part with the heading under which it was written. */
    @Schema(name = "ReplySection")
    public record Section(String key, String heading, String text) {}

    public Reply {
        sections = List.copyOf(sections);
    }

    /** As the enterprise reads it. */
    public String text() {
        return sections.stream()
                .map(section -> "【" + section.heading() + "】\n" + section.text())
                .collect(Collectors.joining("\n"));
    }
}
