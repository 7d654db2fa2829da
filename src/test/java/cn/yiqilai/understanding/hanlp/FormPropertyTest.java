package cn.yiqilai.understanding.hanlp;

import static org.assertj.core.api.Assertions.assertThat;

import cn.yiqilai.knowledge.Entry;
import cn.yiqilai.knowledge.EntryId;
import cn.yiqilai.knowledge.Intent;
import cn.yiqilai.knowledge.PublishedKnowledge;
import cn.yiqilai.understanding.Form;
import cn.yiqilai.understanding.Language;
import cn.yiqilai.understanding.Utterances;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** With the language data the service begins with. */
class FormPropertyTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 20);
    private static final Path SMALL = Path.of("src/test/resources/kb-small");
    private static final HanlpAnalyzer ANALYZER = Language.analyzer(Language.SEED);

    @Property
    void words_grams_and_sounds_are_of_the_content(@ForAll("any") String text) {
        var form = form(text);

        assertThat(form.original()).isEqualTo(text);
        assertThat(form.words()).allMatch(form.content()::contains);
        assertThat(form.grams()).isEqualTo(grams(form.content()));
        assertThat(form.plainGrams()).isEqualTo(grams(form.normal()));
        assertThat(form.sounds()).isEqualTo(Sounds.of(form.content()));
    }

    @Property
    void something_is_left_of_whatever_has_a_letter(@ForAll("any") String text) {
        var form = form(text);

        assertThat(form.isEmpty()).isEqualTo(form.content().isEmpty());
        if (form.normal().codePoints().anyMatch(Character::isLetterOrDigit)) {
            assertThat(form.content()).isNotEmpty();
        }
    }

    @Property
    void the_content_has_breaks_between_digits_only(@ForAll("any") String text) {
        assertThat(form(text).content()).doesNotContainPattern("(?<![0-9])[,、]|[,、](?![0-9])");
    }

    @Property
    void what_is_said_again_is_read_the_same(@ForAll("any") String text) {
        assertThat(form(text)).isEqualTo(form(text));
    }

    @Property
    void the_normal_form_is_read_like_what_was_written(@ForAll("any") String text) {
        var form = form(text);
        var again = form(form.normal());

        assertThat(again.content()).isEqualTo(form.content());
        assertThat(again.entities()).isEqualTo(form.entities());
    }

    @Example
    void many_threads_read_the_same_while_the_language_is_loaded_again() {
        var texts = Utterances.any().list().ofSize(200).sample();
        var language = new AtomicInteger();
        var current = new CurrentAnalyzer(new Languages(language), Language.regions());
        var small = Language.analyzer(SMALL);
        var running = new ArrayList<Future<Boolean>>();
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (var text : texts) {
                running.add(threads.submit(() -> {
                    var form = current.form(text, TODAY);
                    return form.equals(form(text)) || form.equals(small.form(text, TODAY));
                }));
            }
            running.add(threads.submit(() -> {
                language.incrementAndGet();
                current.reload();
                return current.fingerprint().equals(small.fingerprint());
            }));
        }

        assertThat(running)
                .allSatisfy(one -> assertThat(one).succeedsWithin(Duration.ZERO).isEqualTo(true));
    }

    @Provide
    Arbitrary<String> any() {
        return Utterances.any();
    }

    /** The language of the seed first, the small one after that. */
    private record Languages(AtomicInteger changes) implements PublishedKnowledge {
        @Override
        public LanguageData language() {
            return Language.of(changes.get() == 0 ? Language.SEED : SMALL);
        }

        @Override
        public Snapshot snapshot() {
            return new Snapshot(0, List.of(), List.of());
        }

        @Override
        public Optional<Instant> momentOf(long number) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Change> changesAfter(long number, int limit) {
            return List.of();
        }

        @Override
        public Optional<Entry> entry(EntryId id) {
            return Optional.empty();
        }

        @Override
        public Optional<Intent> intent(String id) {
            return Optional.empty();
        }
    }

    private static Form form(String text) {
        return ANALYZER.form(text, TODAY);
    }

    private static Set<String> grams(String text) {
        var grams = new HashSet<String>();
        for (var clause : text.split("[,、]")) {
            var points = clause.codePoints().toArray();
            for (var i = 0; i < points.length; i++) {
                grams.add(new String(points, i, 1));
                if (i + 1 < points.length) {
                    grams.add(new String(points, i, 2));
                }
            }
        }
        return grams;
    }
}
