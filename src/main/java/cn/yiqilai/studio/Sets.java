package cn.yiqilai.studio;

import cn.yiqilai.retrieval.KnowledgeMirror;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** What the commands of this room have in common: which question sets, asked on which day. */
final class Sets {
    /** The day for which the sets were written. */
    static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    private static final Path FOLDER = Path.of("src/test/resources/golden");

    private Sets() {}

    static List<Path> files(List<String> arguments) {
        var named = arguments.stream()
                .filter(argument -> !argument.startsWith("--"))
                .map(Path::of)
                .toList();
        return named.isEmpty()
                ? Stream.of("dev.jsonl", "dev_out_of_scope.jsonl", "dev_voice.jsonl", "dev_dialogues.jsonl")
                        .map(FOLDER::resolve)
                        .toList()
                : named;
    }

    static void awaitFilled(KnowledgeMirror knowledge) {
        while (!knowledge.isFilled()) {
            try {
                TimeUnit.MILLISECONDS.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while the knowledge was taken in", e);
            }
        }
    }
}
