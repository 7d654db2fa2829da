package cn.yiqilai.understanding;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Makes a follow-up complete by the question before it, in one or two ways.
 *
 * <p>A follow-up that names another case and asks nothing (那小规模呢) is that question with the case replaced. One that asks
 * something itself (要公示多少天) is asked of the subject of that question, whose own asking is dropped: glued together, the
 * longer question before would answer itself once more.
 */
public final class Completions {
    /** Of two ways, the subject counts most: the question before says again what was answered already. */
    private static final double SUBJECT = 0.7;

    private final Analyzer analyzer;
    private final Slots slots;

    public Completions(Analyzer analyzer, Slots slots) {
        this.analyzer = analyzer;
        this.slots = slots;
    }

    /**
     * @param before the question before, complete
     * @param followUp what is said now
     * @param answered what the answer given before is about; empty when there was none
     * @return one or two, the weightier first
     */
    public List<Completion> of(Form before, FollowUp followUp, Optional<Form> answered, LocalDate today) {
        var replaced = slots.replace(before, followUp.said());
        var core = followUp.core().normal();
        var whole = replaced.map(text -> new Completion(Completion.Kind.REPLACED, text, 1))
                .orElseGet(() -> new Completion(Completion.Kind.TOGETHER, before.normal() + "," + core, 1));
        if (followUp.isFragment()) {
            return List.of(whole);
        }
        var about = replaced.map(text -> analyzer.form(text, today)).orElse(before);
        var subject = answered.map(known -> Subject.of(about, known)).orElseGet(() -> Subject.of(about));
        return subject.isEmpty()
                ? List.of(whole)
                : List.of(
                        new Completion(Completion.Kind.OF_SUBJECT, subject + core, SUBJECT),
                        new Completion(whole.kind(), whole.text(), 1 - SUBJECT));
    }
}
