package cn.yiqilai.workorder.proposal;

import cn.yiqilai.directory.Unit;
import cn.yiqilai.directory.UnitId;
import cn.yiqilai.directory.Units;
import cn.yiqilai.platform.Messages;
import cn.yiqilai.workorder.proposal.Precedents.Precedent;
import jakarta.enterprise.context.ApplicationScoped;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Where orders of similar words went. Two are as similar as they have pairs of characters in common (Jaccard); below {@value
 * #SIMILAR} they are not. The five most similar of the latest speak, each with its similarity.
 */
@ApplicationScoped
class PrecedentAdvocate implements Advocate {
    static final double SIMILAR = 0.3;
    private static final int LATEST = 500;
    private static final int MOST = 5;
    private static final int LONGEST = 600;

    private final Precedents precedents;
    private final Units units;

    PrecedentAdvocate(Precedents precedents, Units units) {
        this.precedents = precedents;
        this.units = units;
    }

    private record Similar(Precedent precedent, double similarity) {}

    @Override
    public List<Argument> speak(Request request) {
        var words = pairs(request.text());
        if (words.isEmpty()) {
            return List.of();
        }
        return similar(words, request.order()).stream()
                .collect(Collectors.groupingBy(one -> one.precedent().unit(), TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .flatMap(unit -> argument(unit.getKey(), unit.getValue()).stream())
                .toList();
    }

    private List<Similar> similar(Set<String> words, UUID order) {
        return precedents.latest(order, LATEST).stream()
                .map(precedent -> new Similar(precedent, similarity(words, pairs(precedent.description()))))
                .filter(one -> one.similarity() >= SIMILAR)
                .sorted(Comparator.comparingDouble(Similar::similarity).reversed())
                .limit(MOST)
                .toList();
    }

    private Optional<Argument> argument(String id, List<Similar> similar) {
        return inService(id)
                .map(unit -> new Argument(
                        id,
                        Ground.PRECEDENT,
                        similar.stream().mapToDouble(Similar::similarity).sum(),
                        Messages.of(
                                "workorder.proposal.precedent",
                                unit.name(),
                                similar.getFirst().precedent().number(),
                                similar.size())));
    }

    private Optional<Unit> inService(String id) {
        return UnitId.isWellFormed(id) ? units.find(new UnitId(id)).filter(unit -> !unit.retired()) : Optional.empty();
    }

    /** 0..1 */
    static double similarity(Set<String> one, Set<String> other) {
        var common = one.stream().filter(other::contains).count();
        var all = one.size() + other.size() - common;
        return all == 0 ? 0 : (double) common / all;
    }

    /** Pairs of neighbouring letters, digits and characters of the beginning of a text. */
    static Set<String> pairs(String text) {
        var letters = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .limit(LONGEST)
                .map(Character::toLowerCase)
                .toArray();
        var pairs = new HashSet<String>();
        for (var i = 1; i < letters.length; i++) {
            pairs.add(new String(letters, i - 1, 2));
        }
        return pairs;
    }
}
