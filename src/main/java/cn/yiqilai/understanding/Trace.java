package cn.yiqilai.understanding;

import java.util.List;

/**
 * A form and what of the language data made it so, for whoever wants to know why it is compared as it is.
 *
 * @param changes in the order in which they were made; empty when the content is the sentence's own
 */
public record Trace(Form form, List<Change> changes) {
    public Trace {
        changes = List.copyOf(changes);
    }

    public enum Kind {
        /** A phrase that a policy question is better without: 请问. */
        FILLER("去掉填充语"),
        /** Another name for something: 执照 becomes 营业执照. */
        ALIAS("别称换成规范词"),
        /** A word that tells nothing by itself: 吗. */
        STOPWORD("去掉停用词");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** What editors read. */
        public String label() {
            return label;
        }
    }

    /** @param to what stands there instead; empty when nothing does */
    public record Change(Kind kind, String from, String to) {}
}
