package cn.yiqilai.retrieval.lucene;

import cn.yiqilai.retrieval.QuestionDocument.Role;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.FixedBitSet;

/** Which document belongs to which target, and as what, read once for each published state. */
final class Layout {
    private static final int NONE = -1;
    private static final Role[] ROLES = Role.values();
    private static final int[] NO_DOCUMENTS = new int[0];

    private final List<String> targets = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final int[] targetOf;
    private final int[] positionOf;
    private final Part[] partOf;
    private final FixedBitSet speaking;
    private int[][] documentsOf = new int[0][];

    /** As what a document speaks: questions for their target, negative ones against it. */
    enum Part {
        QUESTION,
        NEGATIVE,
        ANSWER;

        static Part of(Role role) {
            return switch (role) {
                case STANDARD, SIMILAR -> QUESTION;
                case NEGATIVE -> NEGATIVE;
                case ANSWER -> ANSWER;
            };
        }
    }

    private Layout(int size) {
        targetOf = new int[size];
        positionOf = new int[size];
        partOf = new Part[size];
        speaking = new FixedBitSet(Math.max(1, size));
        Arrays.fill(targetOf, NONE);
        Arrays.fill(partOf, Part.QUESTION);
    }

    static Layout of(DirectoryReader reader) throws IOException {
        var layout = new Layout(reader.maxDoc());
        for (var leaf : reader.leaves()) {
            layout.read(leaf);
        }
        layout.group();
        return layout;
    }

    int size() {
        return targets.size();
    }

    String targetOf(int doc) {
        return targets.get(targetOf[doc]);
    }

    int targetNumberOf(int doc) {
        return targetOf[doc];
    }

    String target(int number) {
        return targets.get(number);
    }

    Part partOf(int doc) {
        return partOf[doc];
    }

    /** All but negative questions, which speak against their target only. */
    FixedBitSet speaking() {
        return speaking;
    }

    /** In the order of their positions; none for a target that is not here. */
    int[] documentsOf(String target) {
        var number = numbers.get(target);
        return number == null ? NO_DOCUMENTS : documentsOf[number];
    }

    /** One value a document, by target and position; NaN where a position has none. */
    Map<String, float[]> byPosition(Iterable<String> wanted, float[] values) {
        var result = new HashMap<String, float[]>();
        for (var target : wanted) {
            var documents = documentsOf(target);
            var last = documents.length == 0 ? NONE : positionOf[documents[documents.length - 1]];
            var byPosition = new float[last + 1];
            Arrays.fill(byPosition, Float.NaN);
            for (var doc : documents) {
                byPosition[positionOf[doc]] = values[doc];
            }
            result.put(target, byPosition);
        }
        return result;
    }

    private void read(LeafReaderContext leaf) throws IOException {
        var live = leaf.reader().getLiveDocs();
        var targetValues = DocValues.getSorted(leaf.reader(), Fields.TARGET);
        var positions = DocValues.getNumeric(leaf.reader(), Fields.POSITION);
        var roles = DocValues.getNumeric(leaf.reader(), Fields.ROLE);
        for (var doc = targetValues.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = targetValues.nextDoc()) {
            if (live != null && !live.get(doc)) {
                continue;
            }
            var key = targetValues.lookupOrd(targetValues.ordValue()).utf8ToString();
            targetOf[leaf.docBase + doc] = numbers.computeIfAbsent(key, this::add);
            positionOf[leaf.docBase + doc] = number(positions, doc);
            partOf[leaf.docBase + doc] = Part.of(ROLES[number(roles, doc)]);
            if (partOf[leaf.docBase + doc] != Part.NEGATIVE) {
                speaking.set(leaf.docBase + doc);
            }
        }
    }

    private static int number(NumericDocValues values, int doc) throws IOException {
        return values.advanceExact(doc) ? (int) values.longValue() : 0;
    }

    private int add(String target) {
        targets.add(target);
        return targets.size() - 1;
    }

    private void group() {
        var counts = new int[targets.size()];
        for (var target : targetOf) {
            if (target != NONE) {
                counts[target]++;
            }
        }
        documentsOf = new int[counts.length][];
        Arrays.setAll(documentsOf, target -> new int[counts[target]]);
        for (var doc = targetOf.length - 1; doc >= 0; doc--) {
            if (targetOf[doc] != NONE) {
                documentsOf[targetOf[doc]][--counts[targetOf[doc]]] = doc;
            }
        }
    }
}
