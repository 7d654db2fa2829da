package cn.yiqilai.retrieval.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;

/** Which document belongs to which target, read once for each published state. */
final class Layout {
    private static final int NONE = -1;

    private final List<String> targets = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final int[] targetOf;
    private final int[] positionOf;
    private final boolean[] bringsForward;
    private final Map<Integer, int[]> documentsOf = new HashMap<>();

    private Layout(int size) {
        targetOf = new int[size];
        positionOf = new int[size];
        bringsForward = new boolean[size];
        Arrays.fill(targetOf, NONE);
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

    /** False for negative questions: they speak against their target only. */
    boolean countsFor(int doc) {
        return targetOf[doc] != NONE && bringsForward[doc];
    }

    /** The cosines of each target's documents, by position. */
    Map<String, float[]> cosinesOf(Set<String> wanted, float[] cosines) {
        var result = new HashMap<String, float[]>();
        for (var target : wanted) {
            var documents = documentsOf.getOrDefault(numbers.getOrDefault(target, NONE), new int[0]);
            var last =
                    Arrays.stream(documents).map(doc -> positionOf[doc]).max().orElse(NONE);
            var byPosition = new float[last + 1];
            Arrays.fill(byPosition, Float.NaN);
            for (var doc : documents) {
                byPosition[positionOf[doc]] = cosines[doc];
            }
            result.put(target, byPosition);
        }
        return result;
    }

    private void read(LeafReaderContext leaf) throws IOException {
        var live = leaf.reader().getLiveDocs();
        var targetValues = DocValues.getSorted(leaf.reader(), Fields.TARGET);
        var positions = DocValues.getNumeric(leaf.reader(), Fields.POSITION);
        // Norms exist where terms were indexed, that is for everything but negative questions.
        var norms = leaf.reader().getNormValues(Fields.GRAMS);
        for (var doc = targetValues.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = targetValues.nextDoc()) {
            if (live != null && !live.get(doc)) {
                continue;
            }
            var key = targetValues.lookupOrd(targetValues.ordValue()).utf8ToString();
            targetOf[leaf.docBase + doc] = numbers.computeIfAbsent(key, this::add);
            positionOf[leaf.docBase + doc] = positions.advanceExact(doc) ? (int) positions.longValue() : 0;
            bringsForward[leaf.docBase + doc] = norms != null && norms.advanceExact(doc);
        }
    }

    private int add(String target) {
        targets.add(target);
        return targets.size() - 1;
    }

    private void group() {
        var lists = new HashMap<Integer, List<Integer>>();
        for (var doc = 0; doc < targetOf.length; doc++) {
            if (targetOf[doc] != NONE) {
                lists.computeIfAbsent(targetOf[doc], number -> new ArrayList<>())
                        .add(doc);
            }
        }
        lists.forEach((target, list) -> documentsOf.put(
                target, list.stream().mapToInt(Integer::intValue).toArray()));
    }
}
