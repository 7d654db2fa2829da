package cn.yiqilai.handoff;

import cn.yiqilai.understanding.Form;

/**
 * A question with its meaning, for telling whether two are the same one in other words.
 *
 * @param vector of its normal form; NaN-free and of length one, as the encoder makes it
 */
record Wording(Form form, float[] vector) {
    /** Paraphrases of one question lie above it, questions about another side of the matter mostly below. */
    static final double NEAR = 0.88;

    /** Word for word in content, or near in meaning with the same amounts, years, places and negation, about the same aspect. */
    boolean asksTheSameAs(Wording other) {
        if (form.content().equals(other.form.content())) {
            return true;
        }
        var mine = form.entities();
        var theirs = other.form.entities();
        return mine.amounts().equals(theirs.amounts())
                && mine.years().equals(theirs.years())
                && mine.places().equals(theirs.places())
                && mine.negated() == theirs.negated()
                && mine.aspects().equals(theirs.aspects())
                && mine.things().equals(theirs.things())
                && cosine(other) >= NEAR;
    }

    private double cosine(Wording other) {
        double product = 0;
        double mine = 0;
        double theirs = 0;
        for (var i = 0; i < vector.length; i++) {
            product += vector[i] * other.vector[i];
            mine += vector[i] * vector[i];
            theirs += other.vector[i] * other.vector[i];
        }
        return mine == 0 || theirs == 0 ? 0 : product / Math.sqrt(mine * theirs);
    }
}
