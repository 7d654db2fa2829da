package cn.yiqilai.understanding;

import java.time.LocalDate;

/**
 * An utterance that may follow up what was said before.
 *
 * @param said as it was said
 * @param core without the words that only tie it to what was said before: 那三年的呢 → 三年
 * @param ellipsis how far it leaves out what was said before
 */
public record FollowUp(Form said, Form core, Ellipsis ellipsis) {
    public static FollowUp of(String text, Analyzer analyzer, LocalDate today) {
        var said = analyzer.form(text, today);
        return new FollowUp(said, analyzer.form(Ellipsis.core(said.normal()), today), Ellipsis.of(said.normal()));
    }

    /** The same where more is known of it than its surface tells. */
    public FollowUp as(Ellipsis known) {
        return new FollowUp(said, core, known);
    }

    /** Only another case is named, and nothing is asked of it: what is asked was asked before. */
    public boolean isFragment() {
        return asksNothing() && (ellipsis == Ellipsis.CERTAIN || Ellipsis.endsOpen(said.normal()));
    }

    public boolean asksNothing() {
        return core.entities().aspects().isEmpty();
    }
}
