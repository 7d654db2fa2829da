package cn.yiqilai.handoff;

import cn.yiqilai.city.City;
import cn.yiqilai.decision.Decision;
import cn.yiqilai.decision.ModelInForce;
import cn.yiqilai.decision.OperatingPoint;
import cn.yiqilai.decision.Reason;
import cn.yiqilai.knowledge.CuratedEntry;
import cn.yiqilai.knowledge.Entries;
import cn.yiqilai.knowledge.EntryFilter;
import cn.yiqilai.knowledge.EntryId;
import cn.yiqilai.knowledge.EntryState;
import cn.yiqilai.platform.Page;
import cn.yiqilai.platform.Shanghai;
import cn.yiqilai.retrieval.KnowledgeMirror;
import cn.yiqilai.retrieval.Ranking;
import cn.yiqilai.retrieval.Retriever;
import cn.yiqilai.retrieval.VectorStore;
import cn.yiqilai.understanding.Analyzer;
import cn.yiqilai.understanding.Form;
import cn.yiqilai.understanding.Query;
import dev.langchain4j.model.embedding.EmbeddingModel;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether a question is known: to the published knowledge, where the service itself would be sure of the answer or an entry asks
 * the same in other words; or to the drafts, where one does.
 */
@ApplicationScoped
class KnownQuestions {
    /** What is looked for. */
    sealed interface Found {
        /** The service would have answered with it. */
        record Published(EntryId entry) implements Found {}

        record Drafted(CuratedEntry entry) implements Found {}

        record New() implements Found {}

        /** A wish for a person, a complaint, a courtesy: nothing for the knowledge. */
        record NoQuestion() implements Found {}
    }

    private static final int CANDIDATES = 3;
    private static final int DRAFTS_AT_ONCE = Page.Request.MAXIMUM_SIZE;
    private static final int MOST_PAGES = 25;

    private final Analyzer analyzer;
    private final KnowledgeMirror knowledge;
    private final Retriever retriever;
    private final ModelInForce models;
    private final Entries entries;
    private final EmbeddingModel encoder;
    private final VectorStore vectors;
    private final City city;
    private final Clock clock;

    KnownQuestions(
            Analyzer analyzer,
            KnowledgeMirror knowledge,
            Retriever retriever,
            ModelInForce models,
            Entries entries,
            EmbeddingModel encoder,
            VectorStore vectors,
            City city,
            Clock clock) {
        this.analyzer = analyzer;
        this.knowledge = knowledge;
        this.retriever = retriever;
        this.models = models;
        this.entries = entries;
        this.encoder = encoder;
        this.vectors = vectors;
        this.city = city;
        this.clock = clock;
    }

    /** @throws IllegalStateException while the knowledge is not read yet, as at a start: whoever asks comes back */
    Found find(String question) {
        if (!knowledge.isFilled()) {
            throw new IllegalStateException("the knowledge is not read yet");
        }
        var today = Shanghai.today(clock);
        var form = analyzer.form(question, today);
        if (form.isEmpty()) {
            return new Found.NoQuestion();
        }
        var ranking = models.steadily(() -> retriever.retrieve(new Query(form, today, city.place()), CANDIDATES));
        return switch (models.policy().decide(ranking, OperatingPoint.PUBLIC).decision()) {
            case Decision.Answer answer ->
                new Found.Published(
                        new EntryId(answer.suggestions().getFirst().target().id()));
            case Decision.SmallTalk courtesy -> new Found.NoQuestion();
            case Decision.Decline refused -> new Found.NoQuestion();
            case Decision.Handoff handoff when isNoQuestion(handoff) -> new Found.NoQuestion();
            case Decision.Handoff handoff -> unsure(question, ranking, today);
            case Decision.Clarify clarify -> unsure(question, ranking, today);
        };
    }

    /** The service would not answer by itself; but an entry may ask the same all the same. */
    private Found unsure(String question, Ranking ranking, LocalDate today) {
        var nearest =
                ranking.entries().stream().map(hit -> hit.evidence().question()).toList();
        var wordings = wordings(concat(question, nearest), today);
        return ranking.entries().stream()
                .filter(hit -> sameWording(wordings, question, hit.evidence().question()))
                .findFirst()
                .<Found>map(hit -> new Found.Published(new EntryId(hit.target().id())))
                .orElseGet(() -> drafted(question, today));
    }

    private static List<String> concat(String first, List<String> rest) {
        return Stream.concat(Stream.of(first), rest.stream()).toList();
    }

    private static boolean sameWording(Map<String, Wording> wordings, String one, String other) {
        var asked = wordings.get(one);
        var known = wordings.get(other);
        return asked != null && known != null && asked.asksTheSameAs(known);
    }

    private static boolean isNoQuestion(Decision.Handoff handoff) {
        return handoff.reason()
                .filter(reason -> reason == Reason.WANTS_HUMAN || reason == Reason.NEEDS_WORK_ORDER)
                .isPresent();
    }

    private Found drafted(String question, LocalDate today) {
        var drafts = drafts();
        var wordings = wordings(
                concat(
                        question,
                        drafts.stream().flatMap(KnownQuestions::questions).toList()),
                today);
        return drafts.stream()
                .filter(draft -> questions(draft).anyMatch(text -> sameWording(wordings, question, text)))
                .findFirst()
                .<Found>map(Found.Drafted::new)
                .orElseGet(Found.New::new);
    }

    private static Stream<String> questions(CuratedEntry draft) {
        return Stream.concat(Stream.of(draft.content().question()), draft.content().similar().stream());
    }

    /** Those in work, the latest first; published ones are found by the retrieval. */
    private List<CuratedEntry> drafts() {
        var drafts = new ArrayList<CuratedEntry>();
        for (var state : List.of(EntryState.DRAFT, EntryState.IN_REVIEW)) {
            for (var page = 0; page < MOST_PAGES; page++) {
                var some = entries.list(new EntryFilter(null, state, null), new Page.Request(page, DRAFTS_AT_ONCE));
                drafts.addAll(some.items());
                if (some.items().size() < DRAFTS_AT_ONCE) {
                    break;
                }
            }
        }
        return drafts;
    }

    /** Vectors are those of the retrieval: computed once a text. */
    private Map<String, Wording> wordings(List<String> texts, LocalDate today) {
        var forms = new HashMap<String, Form>();
        texts.forEach(text -> forms.computeIfAbsent(text, one -> analyzer.form(one, today)));
        var normals = forms.values().stream()
                .map(Form::normal)
                .filter(normal -> !normal.isEmpty())
                .distinct()
                .toList();
        var known = new HashMap<>(vectors.find(encoder.modelName(), normals));
        var computed = new HashMap<String, float[]>();
        normals.stream()
                .filter(normal -> !known.containsKey(normal))
                .forEach(normal ->
                        computed.put(normal, encoder.embed(normal).content().vector()));
        vectors.store(encoder.modelName(), computed);
        known.putAll(computed);
        var wordings = new HashMap<String, Wording>();
        forms.forEach((text, form) -> Optional.ofNullable(known.get(form.normal()))
                .ifPresent(vector -> wordings.put(text, new Wording(form, vector))));
        return wordings;
    }
}
