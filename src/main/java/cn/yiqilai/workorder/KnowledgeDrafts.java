package cn.yiqilai.workorder;

import cn.yiqilai.access.Actor;
import cn.yiqilai.city.Kind;
import cn.yiqilai.knowledge.Curation;
import cn.yiqilai.knowledge.EntryForm;
import cn.yiqilai.knowledge.EntryRules;
import cn.yiqilai.workorder.reply.Reply;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an enterprise was content with becomes a draft of the knowledge, for an editor to make an entry of (将诉求内容和答复结果
 * 统一归集至知识库). Only the unit's own words are taken, never the enterprise's, and of a 举报, a complaint or a suggestion
 * nothing: they are about somebody.
 */
@ApplicationScoped
class KnowledgeDrafts {
    private static final List<Kind> TELLING_OTHERS_SOMETHING = List.of(Kind.CONSULT, Kind.HELP);

    private final Curation curation;
    private final KnownUnits units;

    KnowledgeDrafts(Curation curation, KnownUnits units) {
        this.curation = curation;
        this.units = units;
    }

    /** Leaves no draft where the reply has no such parts, or they are too long for an entry. */
    void from(Archived order, Actor actor) {
        var rating = order.rating();
        var completion = order.completion();
        if (rating == null
                || completion == null
                || !rating.isContent()
                || !TELLING_OTHERS_SOMETHING.contains(order.matter().kind())) {
            return;
        }
        if (EntryRules.check(form(order, completion.reply())) instanceof EntryRules.Checked.Sound(var entry)) {
            curation.create(entry, actor);
        }
    }

    private EntryForm form(Archived order, Reply reply) {
        var answer = Stream.of("conclusion", "basis", "next")
                .flatMap(key -> section(reply, key).stream())
                .toList();
        return new EntryForm(
                "order-" + order.number().value().toLowerCase(Locale.ROOT),
                section(reply, "matter").orElse(null),
                null,
                null,
                answer.isEmpty() ? null : String.join("\n", answer),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                order.matter().region(),
                null,
                department(order),
                null,
                null,
                null,
                null);
    }

    private @Nullable String department(Archived order) {
        var assignment = order.assignment();
        return assignment == null ? null : units.name(assignment.unit());
    }

    private static Optional<String> section(Reply reply, String key) {
        return reply.sections().stream()
                .filter(section -> section.key().equals(key))
                .map(Reply.Section::text)
                .findFirst();
    }
}
