package cn.yiqilai.understanding;

/**
 * Writes as it was meant what was misheard or mistyped: 深情劳动众才 → 申请劳动仲裁. Knows the wording of the knowledge and nothing
 * else, so it learns and forgets along with it. Shareable between threads.
 */
public interface Spelling {
    /** @param normal a sentence of the knowledge in normal form */
    void learn(String normal);

    /** @param normal a sentence that was learnt before */
    void forget(String normal);

    /**
     * @param normal a sentence in normal form
     * @return the same sentence when nothing sounds alike and reads clearly better
     */
    String corrected(String normal);

    /** All that was learnt, as numbers that {@link #recall} understands. */
    int[] learnt();

    /** Takes over what another one had learnt, in place of what this one knows; of nothing, nothing. */
    void recall(int[] learnt);

    /** For what is compared as it was written. */
    Spelling NONE = new Spelling() {
        @Override
        public void learn(String normal) {}

        @Override
        public void forget(String normal) {}

        @Override
        public String corrected(String normal) {
            return normal;
        }

        @Override
        public int[] learnt() {
            return new int[0];
        }

        @Override
        public void recall(int[] learnt) {}
    };
}
