package cn.yiqilai.conversation;

import cn.yiqilai.platform.Messages;
import cn.yiqilai.platform.Problem.FieldError;
import cn.yiqilai.platform.StorableText;
import org.jspecify.annotations.Nullable;

/**
 * What an enterprise wrote or said, fit to be kept and understood: 1..500 code points, without the blanks around it, at
 * least one of them visible, and nothing in it that cannot be written down again. Everything else in it stays as it came.
 */
public record UtteranceText(String value) {
    public static final int LONGEST = 500;
    private static final String FIELD = "text";

    /** What comes of looking at a text. */
    public sealed interface Outcome {
        record Accepted(UtteranceText text) implements Outcome {}

        /** @param error says in Chinese what is wrong with the field {@code text} */
        record Refused(FieldError error) implements Outcome {}
    }

    /** @throws IllegalArgumentException for what {@link #check} refuses */
    public UtteranceText {
        if (fault(value) != null || !value.equals(value.strip())) {
            throw new IllegalArgumentException("not the text of an utterance");
        }
    }

    /** Texts from outside come in here. */
    public static Outcome check(@Nullable String raw) {
        var text = raw == null ? "" : raw.strip();
        var fault = fault(text);
        return fault == null
                ? new Outcome.Accepted(new UtteranceText(text))
                : new Outcome.Refused(new FieldError(FIELD, fault));
    }

    private static @Nullable String fault(String text) {
        if (!StorableText.isStorable(text)) {
            return Messages.of("conversation.utterance.not-text");
        }
        if (text.codePoints().noneMatch(UtteranceText::isVisible)) {
            return Messages.of("conversation.utterance.empty");
        }
        return StorableText.length(text) > LONGEST ? Messages.of("conversation.utterance.too-long", LONGEST) : null;
    }

    private static boolean isVisible(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    @Override
    public String toString() {
        return value;
    }
}
