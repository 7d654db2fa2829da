package cn.yiqilai.turn;

import cn.yiqilai.city.Place;
import cn.yiqilai.decision.Cue;
import cn.yiqilai.decision.Masses;
import cn.yiqilai.decision.OperatingPoint;
import cn.yiqilai.decision.Reason;
import cn.yiqilai.decision.Rule;
import cn.yiqilai.decision.Ruling;
import cn.yiqilai.retrieval.Hit;
import cn.yiqilai.retrieval.Ranking;
import cn.yiqilai.retrieval.Ranking.Why;
import cn.yiqilai.retrieval.Ranking.Withheld;
import cn.yiqilai.retrieval.Target;
import cn.yiqilai.understanding.Aspect;
import cn.yiqilai.understanding.Form;
import cn.yiqilai.understanding.Thing;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything a turn was decided on, kept beside the message: what was understood, every candidate with all its signals, the
 * cues, and by which model. Value × weight of that model adds up to the score again. Rows of earlier versions lack what is
 * nullable here.
 *
 * @param read the question as it was read, made complete by the context where it was a follow-up
 * @param asOf the day for which was asked
 * @param asker the place from which was asked
 * @param written its normal form before it was spelt as it was meant; absent when that is the same
 * @param normal the normal form that was looked for
 * @param aspects by name, see {@link Aspect}
 * @param things that are named and easily taken for others
 * @param decision name of the kind of {@link cn.yiqilai.decision.Decision}: {@code Answer}
 * @param point for whom was decided
 * @param thresholds by their names, see {@link cn.yiqilai.decision.Thresholds#named}
 * @param cues by name; empty when there was no entry
 * @param model fingerprint of the fitted model
 * @param parts of several questions each; what stands beside them is the first that was answered
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TurnEvidence(
        String read,
        @Nullable LocalDate asOf,
        @Nullable String asker,
        @Nullable String written,
        String normal,
        @Nullable String content,
        List<String> words,
        @Nullable List<String> sounds,
        List<Integer> years,
        List<String> places,
        @Nullable List<String> amounts,
        List<Aspect> aspects,
        @Nullable List<String> things,
        @Nullable Boolean negated,
        String decision,
        @Nullable OperatingPoint point,
        @Nullable Rule rule,
        @Nullable Reason reason,
        double confidence,
        @Nullable Map<String, Double> thresholds,
        @Nullable Map<String, Double> cues,
        @Nullable String model,
        List<Seen> entries,
        List<Seen> intents,
        List<Seen> withheld,
        @Nullable List<OfPart> parts) {
    private static final double PRECISION = 1e6;

    /**
     * One of several questions in a message.
     *
     * @param part from 1
     * @param asked in the words of the enterprise
     */
    public record OfPart(int part, String asked, TurnEvidence evidence) {}

    /**
     * A target that was looked at.
     *
     * @param share of all weight, 0..1; absent for what was withheld
     * @param question of the target that came nearest
     * @param reason of an intent
     * @param why it was withheld
     * @param signals that are not zero, by name
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Seen(
            String id,
            @Nullable Double score,
            @Nullable Double share,
            @Nullable String question,
            @Nullable String reason,
            @Nullable Why why,
            @Nullable Map<String, Double> signals) {
        private static Seen of(Hit hit, @Nullable Double share, @Nullable Why why) {
            return new Seen(
                    hit.target().id(),
                    rounded(hit.score()),
                    share == null ? null : rounded(share),
                    hit.evidence().question(),
                    hit.reason(),
                    why,
                    hit.evidence().named());
        }
    }

    public static TurnEvidence of(Thought thought) {
        var form = thought.ranking().query().form();
        var entities = form.entities();
        var ruling = thought.ruling();
        var ranking = thought.ranking();
        var shares = Masses.shares(ranking);
        return new TurnEvidence(
                thought.text(),
                thought.query().asOf(),
                thought.query().asker().name(),
                thought.query().misspelt().orElse(null),
                form.normal(),
                form.content(),
                form.words(),
                sounds(form),
                entities.years().stream().sorted().toList(),
                entities.places().stream().map(Place::name).sorted().toList(),
                entities.amounts().stream().sorted().toList(),
                entities.aspects().stream().sorted().toList(),
                entities.things().stream().map(Thing::name).sorted().toList(),
                entities.negated(),
                ruling.decision().getClass().getSimpleName(),
                ruling.point(),
                ruling.rule(),
                ruling.decision().reason().orElse(null),
                rounded(ruling.decision().confidence().value()),
                ruling.model().thresholds().named(),
                cues(ruling, ranking),
                ruling.model().fingerprint(),
                seen(ranking.entries(), shares),
                seen(ranking.intents(), shares),
                ranking.withheld().stream().map(TurnEvidence::seen).toList(),
                parts(thought));
    }

    private static @Nullable List<OfPart> parts(Thought thought) {
        return thought.parts().isEmpty()
                ? null
                : thought.parts().stream()
                        .map(part -> new OfPart(part.number(), part.asked(), of(part.thought())))
                        .toList();
    }

    /** In no order of the sentence: a form knows which sounds there are and not where. */
    private static List<String> sounds(Form form) {
        return form.sounds().stream().sorted().toList();
    }

    private static Map<String, Double> cues(Ruling ruling, Ranking ranking) {
        var cues = new LinkedHashMap<String, Double>();
        if (ruling.rule() != Rule.NOTHING_SAID && !ranking.entries().isEmpty()) {
            Cue.of(ranking).forEach((cue, value) -> cues.put(cue.name(), rounded(value)));
        }
        return cues;
    }

    private static List<Seen> seen(List<Hit> hits, Map<Target, Double> shares) {
        return hits.stream()
                .map(hit -> Seen.of(hit, shares.get(hit.target()), null))
                .toList();
    }

    private static Seen seen(Withheld one) {
        return Seen.of(one.hit(), null, one.why());
    }

    private static double rounded(double value) {
        return Math.round(value * PRECISION) / PRECISION;
    }
}
