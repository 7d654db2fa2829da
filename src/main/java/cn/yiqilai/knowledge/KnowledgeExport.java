package cn.yiqilai.knowledge;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** Gives out everything that is published, in pieces, so that its size does not matter. */
@ApplicationScoped
public class KnowledgeExport {
    private static final int PIECE = 500;

    private final Entries entries;
    private final EntrySheet sheet;
    private final ObjectMapper json;

    KnowledgeExport(Entries entries, EntrySheet sheet, ObjectMapper json) {
        this.entries = entries;
        this.sheet = sheet;
        this.json = json;
    }

    /** One JSON object a line, in the order of the ids. */
    public void writeJsonLines(OutputStream target) throws IOException {
        for (var published = published(); published.hasNext(); ) {
            target.write(json.writeValueAsBytes(published.next()));
            target.write('\n');
        }
    }

    public void writeWorkbook(OutputStream target) throws IOException {
        sheet.write(published(), target);
    }

    private Iterator<Entry> published() {
        return new Iterator<>() {
            private final Queue<Entry> piece = new ArrayDeque<>();
            private @Nullable EntryId last;
            private boolean ended;

            @Override
            public boolean hasNext() {
                if (piece.isEmpty() && !ended) {
                    piece.addAll(entries.publishedAfter(last, PIECE));
                    ended = piece.isEmpty();
                }
                return !piece.isEmpty();
            }

            @Override
            public Entry next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                var next = piece.remove();
                last = next.id();
                return next;
            }
        };
    }
}
