package cn.yiqilai.workorder;

import cn.yiqilai.workorder.clock.ClockOutcome;
import java.util.List;
import java.util.Locale;

/**
 * Why a step that the state has is not taken: an expected outcome, told to whoever asked.
 *
 * @param words what fills the places of its sentence, {@code workorder.refused.<reason>}
 */
public record Refusal(Reason reason, List<String> words) {
    /** One sentence each in {@code messages.properties}. */
    public enum Reason {
        /** Somebody has doubts about it that a supervisor must settle first. */
        DOUBT_OPEN,
        DOUBT_RAISED_ALREADY,
        SIGNED_ALREADY,
        CONTACTED_ALREADY,
        /** REFUSED_DEADLINE_PASSED of the contract. */
        DEADLINE_PASSED,
        /** REFUSED_OVER_CAP of the contract. */
        OVER_CAP,
        /** A joint session has named the unit that leads: it cannot give that back. */
        LEAD_IS_BINDING,
        /** REFUSED_WINDOW_CLOSED of the contract. */
        WINDOW_CLOSED,
        /** An extension until a day on which it is due anyway. */
        NOT_LATER,
        EXTENSION_PENDING,
        NO_EXTENSION_PENDING,
        /** Whoever signed may not sign for a matter of this weight. */
        LEVEL_TOO_LOW,
        /** Nobody was called back in vain, nobody was content: it cannot be put away yet. */
        CALLBACK_OUTSTANDING,
        FLAG_SET_ALREADY,
        FLAG_NOT_SET,
        NO_OPINION_DEMANDED
    }

    public Refusal {
        words = List.copyOf(words);
    }

    static Refusal of(Reason reason, String... words) {
        return new Refusal(reason, List.of(words));
    }

    static Refusal of(ClockOutcome.Reason reason) {
        return of(
                switch (reason) {
                    case DEADLINE_PASSED -> Reason.DEADLINE_PASSED;
                    case OVER_CAP -> Reason.OVER_CAP;
                    case WINDOW_CLOSED -> Reason.WINDOW_CLOSED;
                    case NOT_LATER -> Reason.NOT_LATER;
                });
    }

    /** The name of its sentence. */
    String code() {
        return "workorder.refused." + reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
