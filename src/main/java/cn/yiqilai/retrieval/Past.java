package cn.yiqilai.retrieval;

import cn.yiqilai.knowledge.Entry;
import cn.yiqilai.knowledge.Intent;
import cn.yiqilai.knowledge.PublishedKnowledge;
import cn.yiqilai.knowledge.PublishedKnowledge.Snapshot;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What happened to the published knowledge since some change.
 *
 * @param gone targets that were touched and are no more
 * @param entries touched, as they are now
 * @param intents likewise
 * @param targets keys of all there are now
 */
record Past(Set<Target> gone, List<Entry> entries, List<Intent> intents, Set<String> targets) {
    private static final int CHANGES_AT_ONCE = 500;

    boolean touchedAnything() {
        return !gone.isEmpty() || !entries.isEmpty() || !intents.isEmpty();
    }

    /** Null when the language changed meanwhile: then every target is another one. */
    static @Nullable Past since(long change, Snapshot now, PublishedKnowledge knowledge) {
        var touched = new HashSet<Target>();
        var from = change;
        for (var some = knowledge.changesAfter(from, CHANGES_AT_ONCE);
                !some.isEmpty();
                some = knowledge.changesAfter(from, CHANGES_AT_ONCE)) {
            for (var one : some) {
                switch (one.subject()) {
                    case ENTRY -> touched.add(Target.entry(one.id()));
                    case INTENT -> touched.add(Target.intent(one.id()));
                    case MODEL -> {
                        // Is read at each start.
                    }
                    case LANGUAGE -> {
                        return null;
                    }
                }
            }
            from = some.getLast().number();
        }
        return of(touched, now);
    }

    private static Past of(Set<Target> touched, Snapshot now) {
        var all = Stream.concat(
                        now.entries().stream().map(Past::target),
                        now.intents().stream().map(Past::target))
                .collect(Collectors.toSet());
        return new Past(
                touched.stream().filter(target -> !all.contains(target)).collect(Collectors.toSet()),
                now.entries().stream()
                        .filter(entry -> touched.contains(target(entry)))
                        .toList(),
                now.intents().stream()
                        .filter(intent -> touched.contains(target(intent)))
                        .toList(),
                all.stream().map(Target::key).collect(Collectors.toSet()));
    }

    private static Target target(Entry entry) {
        return Target.entry(entry.id().value());
    }

    private static Target target(Intent intent) {
        return Target.intent(intent.id());
    }
}
