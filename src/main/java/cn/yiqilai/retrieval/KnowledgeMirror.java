package cn.yiqilai.retrieval;

import cn.yiqilai.knowledge.Entry;
import cn.yiqilai.knowledge.EntryId;
import cn.yiqilai.knowledge.Intent;
import cn.yiqilai.knowledge.PublishedKnowledge;
import cn.yiqilai.knowledge.PublishedKnowledge.Change;
import cn.yiqilai.retrieval.Documents.Draft;
import cn.yiqilai.understanding.Analyzer;
import cn.yiqilai.understanding.LanguageReload;
import dev.langchain4j.model.embedding.EmbeddingModel;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The published knowledge as this replica has it: entries and intents in memory, their questions in the index. Follows the
 * change feed; what it holds can be answered while the database is away.
 */
public final class KnowledgeMirror {
    private static final Logger LOG = Logger.getLogger(KnowledgeMirror.class);
    private static final int CHANGES_AT_ONCE = 500;
    private static final int TARGETS_AT_ONCE = 100;
    /** So many targets are analysed in a moment; for fewer the forms are not written again. */
    private static final int FEW = 20;

    private final PublishedKnowledge knowledge;
    private final Analyzer analyzer;
    private final LanguageReload language;
    private final ModelReload models;
    private final EmbeddingModel encoder;
    private final VectorStore vectors;
    private final QuestionIndex index;
    private final Catalog catalog;
    private final Respelling respelling;
    private final StoredForms forms;
    private final Supplier<LocalDate> today;
    private final Map<EntryId, Entry> entries = new ConcurrentHashMap<>();
    private final Map<String, Intent> intents = new ConcurrentHashMap<>();
    private volatile long change = -1;
    /** Targets that were analysed since the forms were stored. */
    private int unstored;

    private boolean madeAnew;
    /** The year against which 今年 in the forms was read; over its end they become mixed and are not stored any more. */
    private int analysedIn;

    KnowledgeMirror(
            PublishedKnowledge knowledge,
            Analyzer analyzer,
            LanguageReload language,
            ModelReload models,
            EmbeddingModel encoder,
            VectorStore vectors,
            QuestionIndex index,
            Catalog catalog,
            Respelling respelling,
            StoredForms forms,
            Supplier<LocalDate> today) {
        this.knowledge = knowledge;
        this.analyzer = analyzer;
        this.language = language;
        this.models = models;
        this.encoder = encoder;
        this.vectors = vectors;
        this.index = index;
        this.catalog = catalog;
        this.respelling = respelling;
        this.forms = forms;
        this.today = today;
    }

    public Optional<Entry> entry(String id) {
        return Optional.ofNullable(entries.get(new EntryId(id)));
    }

    public Optional<Intent> intent(String id) {
        return Optional.ofNullable(intents.get(id));
    }

    public Collection<Entry> entries() {
        return entries.values();
    }

    public Collection<Intent> intents() {
        return intents.values();
    }

    /** Up to which change it has come; -1 before it is filled. */
    public long change() {
        return change;
    }

    public boolean isFilled() {
        return change >= 0;
    }

    /**
     * Takes the whole knowledge in. A stored index and stored forms that have come as far already are used as they are; of those
     * that lag behind, what changed since is made anew.
     */
    synchronized void fill() {
        var snapshot = knowledge.snapshot();
        models.reload();
        var indexed = storedState();
        var described = describedAlready();
        var past = indexed == null || described == null
                ? null
                : Past.since(Math.min(indexed.change(), described.change()), snapshot, knowledge);
        analysedIn = today.get().getYear();
        if (past == null) {
            takeAnew(snapshot, indexed);
        } else if (!catchUp(past)) {
            LOG.warn("What is stored does not go together with the database and is built anew");
            index.clear();
            indexed = null;
            takeAnew(snapshot, null);
        }
        hold(snapshot.entries(), snapshot.intents());
        publish(snapshot.number());
        change = snapshot.number();
        LOG.infof(
                "Knowledge ready: %d entries, %d intents, %d questions, %d targets analysed%s",
                entries.size(), intents.size(), index.documents(), unstored, indexed == null ? "" : " (stored index)");
    }

    /** How far the stored forms had come; null when there are none of this database, and nothing is described yet. */
    private QuestionIndex.@Nullable State describedAlready() {
        var state = forms.read(formsMadeWith(), catalog, respelling);
        if (state != null && isOfThisDatabase(state)) {
            return state;
        }
        catalog.clear();
        respelling.clear();
        return null;
    }

    /** 今年 in a question of the knowledge is read against the year. */
    private String formsMadeWith() {
        return analyzer.fingerprint() + "+" + today.get().getYear();
    }

    private boolean isOfThisDatabase(QuestionIndex.State state) {
        return Objects.equals(state.moment(), knowledge.momentOf(state.change()).orElse(null));
    }

    /** @return whether the index and the forms hold what is published now, no more and no less */
    private boolean catchUp(Past past) {
        past.gone().forEach(this::forget);
        var drafts = drafts(past.entries(), past.intents());
        write(drafts);
        drafts.forEach(this::enter);
        if (past.touchedAnything()) {
            catalog.weigh();
        }
        return catalog.targets().equals(past.targets());
    }

    private void takeAnew(PublishedKnowledge.Snapshot snapshot, QuestionIndex.@Nullable State indexed) {
        madeAnew = true;
        catalog.clear();
        respelling.clear();
        var drafts = drafts(snapshot.entries(), snapshot.intents());
        drafts.forEach(this::enter);
        catalog.weigh();
        if (indexed == null || indexed.change() != snapshot.number()) {
            write(drafts);
            if (indexed != null) {
                forgetVanished(indexed.change());
            }
        }
    }

    /** Null when there is none, or it came from another database or from a past that this one has left for another. */
    private QuestionIndex.@Nullable State storedState() {
        var stored = index.stored();
        if (stored == null || isOfThisDatabase(stored)) {
            return stored;
        }
        LOG.warn("The stored index belongs to another database and is built anew");
        index.clear();
        return null;
    }

    /** Stores the forms when they were made anew, or the next start would have to make more than a few of them. */
    synchronized void store() {
        if (isFilled() && (madeAnew || unstored > FEW) && today.get().getYear() == analysedIn) {
            forms.write(formsMadeWith(), state(change), catalog, respelling);
            unstored = 0;
            madeAnew = false;
        }
    }

    private void publish(long number) {
        index.publish(state(number));
    }

    private QuestionIndex.State state(long number) {
        return new QuestionIndex.State(number, knowledge.momentOf(number).orElse(null));
    }

    /** Takes in what changed since. @return whether anything did */
    synchronized boolean follow() {
        if (!isFilled()) {
            return false;
        }
        var changes = knowledge.changesAfter(change, CHANGES_AT_ONCE);
        if (changes.isEmpty()) {
            return false;
        }
        if (changes.stream().anyMatch(one -> one.subject() == Change.Subject.MODEL)) {
            models.reload();
        }
        if (changes.stream().anyMatch(one -> one.subject() == Change.Subject.LANGUAGE)) {
            language.reload();
            rebuild();
        } else {
            take(changes);
        }
        catalog.weigh();
        var last = changes.getLast().number();
        publish(Math.max(last, change));
        change = Math.max(last, change);
        return true;
    }

    /** Everything is read anew; what was retired, published or edited meanwhile is taken in along with it. */
    private void rebuild() {
        var snapshot = knowledge.snapshot();
        madeAnew = true;
        forgetAbsent(snapshot);
        var drafts = drafts(snapshot.entries(), snapshot.intents());
        write(drafts);
        drafts.forEach(this::enter);
        hold(snapshot.entries(), snapshot.intents());
        change = snapshot.number();
    }

    private void forgetAbsent(PublishedKnowledge.Snapshot snapshot) {
        var gone = new HashSet<>(entries.keySet());
        snapshot.entries().forEach(entry -> gone.remove(entry.id()));
        gone.forEach(id -> forgetEntry(id.value()));
        var goneIntents = new HashSet<>(intents.keySet());
        snapshot.intents().forEach(intent -> goneIntents.remove(intent.id()));
        goneIntents.forEach(this::forgetIntent);
    }

    private void hold(Collection<Entry> someEntries, Collection<Intent> someIntents) {
        someEntries.forEach(entry -> entries.put(entry.id(), entry));
        someIntents.forEach(intent -> intents.put(intent.id(), intent));
    }

    private void take(List<Change> changes) {
        var latest = new LinkedHashMap<String, Change>();
        changes.forEach(one -> latest.put(one.subject() + one.id(), one));
        var changedEntries = new ArrayList<Entry>();
        var changedIntents = new ArrayList<Intent>();
        for (var one : latest.values()) {
            switch (one.subject()) {
                case ENTRY ->
                    knowledge
                            .entry(new EntryId(one.id()))
                            .ifPresentOrElse(changedEntries::add, () -> forgetEntry(one.id()));
                case INTENT ->
                    knowledge.intent(one.id()).ifPresentOrElse(changedIntents::add, () -> forgetIntent(one.id()));
                case MODEL -> {
                    // Is in force already.
                }
                case LANGUAGE -> throw new IllegalStateException("language changes rebuild everything");
            }
        }
        var drafts = drafts(changedEntries, changedIntents);
        write(drafts);
        drafts.forEach(this::enter);
        hold(changedEntries, changedIntents);
    }

    /** The entry goes first: from now on nothing answers with it, whatever the index still finds. */
    private void forgetEntry(String id) {
        entries.remove(new EntryId(id));
        forget(Target.entry(id));
    }

    private void forgetIntent(String id) {
        intents.remove(id);
        forget(Target.intent(id));
    }

    private void forget(Target target) {
        catalog.remove(target);
        respelling.forget(target);
        index.replace(target, List.of());
    }

    /** A stored index that lags behind may hold targets that are gone. */
    private void forgetVanished(long since) {
        var from = since;
        while (true) {
            var changes = knowledge.changesAfter(from, CHANGES_AT_ONCE);
            if (changes.isEmpty()) {
                return;
            }
            for (var one : changes) {
                if (one.subject() == Change.Subject.ENTRY
                        && knowledge.entry(new EntryId(one.id())).isEmpty()) {
                    index.replace(Target.entry(one.id()), List.of());
                } else if (one.subject() == Change.Subject.INTENT
                        && knowledge.intent(one.id()).isEmpty()) {
                    index.replace(Target.intent(one.id()), List.of());
                }
            }
            from = changes.getLast().number();
        }
    }

    /** A target with its texts, before their vectors are known. */
    private record Described(
            Target target,
            List<Draft> drafts,
            Catalog.Details details,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validUntil,
            @Nullable String region) {

        List<QuestionDocument> documents(Map<String, float[]> vectors) {
            var documents = new ArrayList<QuestionDocument>();
            for (var draft : drafts) {
                documents.add(new QuestionDocument(
                        target,
                        draft.role(),
                        documents.size(),
                        draft.form(),
                        vectors.getOrDefault(draft.text(), NO_VECTOR),
                        validFrom,
                        validUntil,
                        region));
            }
            return documents;
        }
    }

    private static final float[] NO_VECTOR = new float[0];

    private void enter(Described described) {
        catalog.put(described.target(), described.documents(Map.of()), described.details());
        respelling.teach(
                described.target(), described.drafts().stream().map(Draft::text).toList());
        unstored++;
    }

    private List<Described> drafts(Collection<Entry> someEntries, Collection<Intent> someIntents) {
        var documents = new Documents(analyzer, today.get());
        var drafts = new ArrayList<Described>();
        for (var entry : someEntries) {
            drafts.add(new Described(
                    Target.entry(entry.id().value()),
                    documents.of(entry),
                    documents.details(entry),
                    entry.validFrom(),
                    entry.validUntil(),
                    entry.place()));
        }
        for (var intent : someIntents) {
            drafts.add(new Described(
                    Target.intent(intent.id()), documents.of(intent), documents.details(intent), null, null, null));
        }
        return drafts;
    }

    private void write(List<Described> drafts) {
        for (var start = 0; start < drafts.size(); start += TARGETS_AT_ONCE) {
            var some = drafts.subList(start, Math.min(drafts.size(), start + TARGETS_AT_ONCE));
            var known = vectorsOf(some);
            some.forEach(described -> index.replace(described.target(), described.documents(known)));
            if (drafts.size() > TARGETS_AT_ONCE) {
                LOG.infof("Indexing: %d of %d", Math.min(drafts.size(), start + TARGETS_AT_ONCE), drafts.size());
            }
        }
    }

    /** Stored vectors are used; what is missing is computed on all cores and stored. */
    private Map<String, float[]> vectorsOf(List<Described> drafts) {
        var texts = drafts.stream()
                .flatMap(described -> described.drafts().stream())
                .map(Draft::text)
                .distinct()
                .toList();
        var known = new HashMap<>(vectors.find(encoder.modelName(), texts));
        var missing = texts.stream().filter(text -> !known.containsKey(text)).toList();
        var computed = new ConcurrentHashMap<String, float[]>();
        missing.parallelStream()
                .forEach(
                        text -> computed.put(text, encoder.embed(text).content().vector()));
        vectors.store(encoder.modelName(), computed);
        known.putAll(computed);
        return known;
    }
}
