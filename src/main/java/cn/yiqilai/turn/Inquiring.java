package cn.yiqilai.turn;

import cn.yiqilai.decision.Confidence;
import cn.yiqilai.decision.ModelInForce;
import cn.yiqilai.decision.Ruling;
import cn.yiqilai.retrieval.Ranking;
import cn.yiqilai.understanding.Analyzer;
import cn.yiqilai.understanding.Inquiry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.function.Function;

/** Takes a message as a whole, by its questions, or without its story. How each of these texts is read is given. */
@ApplicationScoped
class Inquiring {
    private final Analyzer analyzer;
    private final ModelInForce models;

    Inquiring(Analyzer analyzer, ModelInForce models) {
        this.analyzer = analyzer;
        this.models = models;
    }

    Thought take(String text, Question question, Function<String, Thought> reading) {
        var reader = reader(question, reading);
        var whole = reader.read(text);
        var inquiry = Inquiry.of(analyzer.plain(text));
        return overheard(whole, inquiry, reader).orElseGet(() -> {
            if (inquiry.hasParts()) {
                return Parts.of(inquiry, whole, reader);
            }
            return inquiry.isSituational() ? Readings.best(inquiry, whole, reader) : whole;
        });
    }

    /** Beside a question danger is easily overheard: when a phrase hints at it, what was told is read by itself. */
    private static Optional<Thought> overheard(Thought whole, Inquiry inquiry, Reader reader) {
        if (whole.comesFirst()) {
            return Optional.of(whole);
        }
        return whole.hintsAtWhatComesFirst()
                ? inquiry.told().map(reader::read).filter(Thought::comesFirst)
                : Optional.empty();
    }

    private Reader reader(Question question, Function<String, Thought> reading) {
        return new Reader() {
            @Override
            public Thought read(String text) {
                return reading.apply(text);
            }

            @Override
            public Ruling decide(Ranking ranking, Confidence confidence) {
                return models.policy().decide(ranking, question.point(), confidence);
            }
        };
    }
}
