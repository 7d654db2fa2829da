package cn.yiqilai.city;

import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One line of a step's limits. Of the lines of a step the first that concerns an order holds.
 *
 * @param kinds the kinds it is for; never empty
 * @param flags all of which the order must bear; empty: any order
 * @param limit null where the document sets no number
 * @param from null without a limit
 * @param defers the document leaves these orders to other rules on purpose: that is no silence which a fallback could fill
 * @param text what the document says beside the number, or instead of it: {@code 第一时间}
 * @param needs what has to come with it: {@code 依据}
 * @param owner whose duty it is, where the document names somebody
 * @param extension null where the document says nothing of extending it
 * @param source document and article; null only without a limit and a text
 * @param also where the same is said again
 * @param note of whoever put the rules into this form
 */
@Schema(name = "LimitLine")
public record LimitLine(
        Set<Kind> kinds,
        Set<Flag> flags,
        @Nullable Span limit,
        @Nullable ClockStart from,
        boolean defers,
        @Nullable String text,
        List<String> needs,
        @Nullable String owner,
        @Nullable ExtensionRule extension,
        @Nullable String source,
        List<String> also,
        @Nullable String note) {
    public LimitLine {
        kinds = InOrder.of(Kind.class, kinds);
        flags = InOrder.of(Flag.class, flags);
        needs = List.copyOf(needs);
        also = List.copyOf(also);
    }

    public boolean concerns(Kind kind, Set<Flag> ofOrder) {
        return kinds.contains(kind) && ofOrder.containsAll(flags);
    }
}
