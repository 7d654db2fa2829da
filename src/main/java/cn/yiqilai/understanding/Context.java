package cn.yiqilai.understanding;

import java.util.List;
import java.util.Optional;

/**
 * What of a conversation matters for the next question.
 *
 * @param question the last question that was understood, made complete
 * @param entry the entry that was given for it
 * @param options entries that were offered by a question back and not yet picked from
 */
public record Context(Optional<String> question, Optional<String> entry, List<String> options) {
    public static final Context NONE = new Context(Optional.empty(), Optional.empty(), List.of());

    public Context {
        options = List.copyOf(options);
    }
}
