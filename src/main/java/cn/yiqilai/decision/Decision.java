package cn.yiqilai.decision;

import cn.yiqilai.retrieval.Hit;
import java.util.List;
import java.util.Optional;

/** What the service does with a question. */
public sealed interface Decision {
    /** The chance that the first answer is right, whatever was decided. */
    Confidence confidence();

    /** What an agent would be shown, best first. */
    List<Hit> suggestions();

    /** Why it is not an answer. */
    Optional<Reason> reason();

    /** Sure enough: the approved text is given. */
    record Answer(List<Hit> hits, Confidence confidence) implements Decision {
        public Answer {
            hits = List.copyOf(hits);
        }

        @Override
        public List<Hit> suggestions() {
            return hits;
        }

        @Override
        public Optional<Reason> reason() {
            return Optional.empty();
        }
    }

    /** Two to four candidates: the enterprise picks. */
    record Clarify(List<Hit> options, Confidence confidence) implements Decision {
        public Clarify {
            options = List.copyOf(options);
            if (options.size() < 2 || options.size() > 4) {
                throw new IllegalArgumentException("two to four options, not " + options.size());
            }
        }

        @Override
        public List<Hit> suggestions() {
            return options;
        }

        @Override
        public Optional<Reason> reason() {
            return Optional.of(Reason.AMBIGUOUS);
        }
    }

    /**
     * A person is needed.
     *
     * @param intent the intent that asked for it; empty when the service was not sure enough
     */
    record Handoff(Reason why, Optional<String> intent, List<Hit> suggestions, Confidence confidence)
            implements Decision {
        public Handoff {
            suggestions = List.copyOf(suggestions);
        }

        @Override
        public Optional<Reason> reason() {
            return Optional.of(why);
        }
    }

    /** Outside of what the line accepts, or danger: where to turn is said. */
    record Decline(Reason why, Optional<String> intent, List<Hit> suggestions, Confidence confidence)
            implements Decision {
        public Decline {
            suggestions = List.copyOf(suggestions);
        }

        @Override
        public Optional<Reason> reason() {
            return Optional.of(why);
        }
    }

    /** Courtesy. */
    record SmallTalk(Optional<String> intent, List<Hit> suggestions, Confidence confidence) implements Decision {
        public SmallTalk {
            suggestions = List.copyOf(suggestions);
        }

        @Override
        public Optional<Reason> reason() {
            return Optional.of(Reason.CHITCHAT);
        }
    }
}
