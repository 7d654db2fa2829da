package cn.yiqilai.turn;

import cn.yiqilai.decision.Confidence;
import cn.yiqilai.decision.Ruling;
import cn.yiqilai.retrieval.Ranking;

/** Reads texts on behalf of one question: its day, its place, for whom it is decided. */
interface Reader {
    /** Understands, retrieves, decides: one call of the encoder. */
    Thought read(String text);

    /** Decides again, when more is known of the first entry than its own ranking shows. */
    Ruling decide(Ranking ranking, Confidence confidence);
}
