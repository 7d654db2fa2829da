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
    };
}
