package cn.yiqilai.retrieval;

import cn.yiqilai.understanding.Analyzer;
import cn.yiqilai.understanding.Query;
import cn.yiqilai.understanding.Spelling;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Reads a query as it was meant before it is looked for: what was misheard is spelt as the knowledge spells it. Only queries are
 * respelt, never the knowledge, whose wording is the measure.
 */
final class Respelling {
    private final Spelling spelling;
    private final Analyzer analyzer;
    private final Map<String, List<String>> taught = new ConcurrentHashMap<>();

    Respelling(Spelling spelling, Analyzer analyzer) {
        this.spelling = spelling;
        this.analyzer = analyzer;
    }

    /** @param texts of the target in normal form; they replace what was taught for it before */
    void teach(Target target, List<String> texts) {
        forget(target);
        texts.forEach(spelling::learn);
        taught.put(target.key(), List.copyOf(texts));
    }

    void forget(Target target) {
        var before = taught.remove(target.key());
        if (before != null) {
            before.forEach(spelling::forget);
        }
    }

    void write(FormsOutput out) throws IOException {
        out.numbers(spelling.learnt());
        out.number(taught.size());
        for (var one : taught.entrySet()) {
            out.text(one.getKey());
            out.texts(one.getValue());
        }
    }

    /** In place of everything that was taught before. */
    void read(FormsInput in) {
        spelling.recall(in.numbers());
        taught.clear();
        var count = in.number();
        for (var i = 0; i < count; i++) {
            taught.put(in.text(), in.texts());
        }
    }

    /** Nothing is taught any more. */
    void clear() {
        spelling.recall(new int[0]);
        taught.clear();
    }

    /** The query itself when it needs no correction; what was originally written stays with it. */
    Query read(Query query) {
        var corrected = spelling.corrected(query.form().normal());
        return corrected.equals(query.form().normal()) ? query : query.speltAs(analyzer.form(corrected, query.asOf()));
    }
}
