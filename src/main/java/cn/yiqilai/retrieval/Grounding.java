package cn.yiqilai.retrieval;

import cn.yiqilai.understanding.Form;

/**
 * Tells how far an entry speaks of what was said, whatever it was found by: an answer to a follow-up must rest on what the
 * follow-up says, not only on the question before it.
 */
public interface Grounding {
    /**
     * @param missing how much the most telling word of what was said tells that the entry does not have, in nats (the rarer
     *     among all targets, the more, up to about 6); 0 when it has them all
     * @param covered share of the characters and pairs of characters of what was said, weighted alike, that the entry has, 0..1
     * @param asked the same share, of the entry's questions alone: what its answer mentions by the way is not what it answers
     * @param aspect share of the entry's questions that ask for the aspect asked for (the commonest when there are several),
     *     0..1; 1 when none was asked for
     */
    record Support(double missing, double covered, double asked, double aspect) {
        static final Support NONE = new Support(0, 0, 0, 0);
    }

    /** An entry that is not there supports nothing. */
    Support of(Form said, Target entry);
}
