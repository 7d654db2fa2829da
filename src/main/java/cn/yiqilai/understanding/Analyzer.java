package cn.yiqilai.understanding;

import java.time.LocalDate;

/** Turns sentences into forms. Shareable between threads; a question of twenty characters takes some microseconds. */
public interface Analyzer {
    /** @param today against which 今年 and 去年 are read */
    Form form(String text, LocalDate today);

    /** The text in simplified script and half-width letters, with its punctuation: fit to be cut into clauses. */
    String plain(String text);

    /** The same form with what fillers, aliases and stop words changed in it; for explaining, and as quick. */
    Trace trace(String text, LocalDate today);

    /**
     * Names the language data in force; a form made under another fingerprint may differ, so whoever stores forms keeps it
     * beside them.
     */
    String fingerprint();
}
