package cn.yiqilai.retrieval;

import cn.yiqilai.knowledge.Entry;
import cn.yiqilai.knowledge.Intent;
import cn.yiqilai.retrieval.Catalog.Details;
import cn.yiqilai.retrieval.QuestionDocument.Role;
import cn.yiqilai.understanding.Analyzer;
import cn.yiqilai.understanding.Form;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How an entry or an intent looks to the index. */
final class Documents {
    private static final int ANSWER_LENGTH = 120;

    /** A text that will be a document, before its vector is known. */
    record Draft(Role role, Form form) {
        /** What the encoder reads; queries are given to it in the same form. */
        String text() {
            return form.normal();
        }
    }

    private final Analyzer analyzer;
    private final LocalDate today;

    /** @param today against which 今年 in a question of the knowledge is read */
    Documents(Analyzer analyzer, LocalDate today) {
        this.analyzer = analyzer;
        this.today = today;
    }

    List<Draft> of(Entry entry) {
        var drafts = new ArrayList<Draft>();
        drafts.add(draft(Role.STANDARD, entry.question()));
        entry.similar().forEach(question -> drafts.add(draft(Role.SIMILAR, question)));
        drafts.add(draft(Role.ANSWER, answer(entry)));
        entry.negative().forEach(question -> drafts.add(draft(Role.NEGATIVE, question)));
        return readable(drafts);
    }

    List<Draft> of(Intent intent) {
        var drafts = new ArrayList<Draft>();
        intent.examples()
                .forEach(example -> drafts.add(draft(drafts.isEmpty() ? Role.STANDARD : Role.SIMILAR, example)));
        intent.counterexamples().forEach(example -> drafts.add(draft(Role.NEGATIVE, example)));
        return readable(drafts);
    }

    Details details(Entry entry) {
        var further = Stream.concat(
                        Stream.of(entry.topic(), entry.documentTitle(), entry.answer(), entry.department()),
                        Stream.concat(entry.keywords().stream(), entry.audience().stream()))
                .filter(Objects::nonNull)
                .collect(Collectors.joining("，"));
        return new Details(
                analyzer.form(further, today),
                entry.place(),
                List.of(),
                false,
                epochDay(entry.validFrom()),
                epochDay(entry.validUntil()),
                Set.copyOf(entry.basis()),
                null);
    }

    Details details(Intent intent) {
        var phrases = intent.phrases().stream()
                .map(phrase -> analyzer.form(phrase, today).normal())
                .filter(phrase -> phrase.length() > 1)
                .toList();
        return new Details(
                analyzer.form("", today),
                null,
                phrases,
                "LOW_CONFIDENCE".equals(intent.reason()),
                null,
                null,
                Set.of(),
                intent.reason());
    }

    /** "？？？" has nothing that could be compared. */
    private static List<Draft> readable(List<Draft> drafts) {
        return drafts.stream().filter(draft -> !draft.text().isBlank()).toList();
    }

    private Draft draft(Role role, String text) {
        return new Draft(role, analyzer.form(text, today));
    }

    /** The beginning of the answer: it says the heart of the matter first, and the encoder reads no more. */
    private static String answer(Entry entry) {
        var heart = entry.shortAnswer() == null ? "" : entry.shortAnswer();
        var text = entry.question() + heart + entry.answer();
        return text.codePointCount(0, text.length()) <= ANSWER_LENGTH
                ? text
                : text.substring(0, text.offsetByCodePoints(0, ANSWER_LENGTH));
    }

    private static @Nullable Long epochDay(@Nullable LocalDate day) {
        return day == null ? null : day.toEpochDay();
    }
}
