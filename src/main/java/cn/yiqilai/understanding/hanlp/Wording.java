package cn.yiqilai.understanding.hanlp;

import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;

/**
 * How likely a character is behind two others, counted from the sentences of the knowledge: a trigram model smoothed after
 * Witten and Bell (1991), which trusts a context the more the fewer different characters have followed it. Not safe for use by
 * threads at the same time.
 */
final class Wording {
    static final char START = '^';
    static final char END = '$';

    /** Characters of the language that the knowledge never used; they share what is left for the unseen. */
    private static final int UNSEEN = 3000;

    private static final double UNSEEN_COUNT = 0.5;
    private static final int CHARACTERS = 1 << 16;

    private final int[] singles = new int[CHARACTERS];
    private final Int2IntOpenHashMap pairs = new Int2IntOpenHashMap();
    private final Long2IntOpenHashMap triples = new Long2IntOpenHashMap();
    /** How often something followed a character or a pair, and how many different characters did. */
    private final int[] followedSingle = new int[CHARACTERS];

    private final int[] followersOfSingle = new int[CHARACTERS];
    private final Int2IntOpenHashMap followedPair = new Int2IntOpenHashMap();
    private final Int2IntOpenHashMap followersOfPair = new Int2IntOpenHashMap();
    private int total;
    private int different;

    /** @param clause without commas @param by 1 to count it, -1 to take it back */
    void count(String clause, int by) {
        char beforeLast = START;
        char last = START;
        for (var i = 0; i <= clause.length(); i++) {
            var next = i == clause.length() ? END : clause.charAt(i);
            count(beforeLast, last, next, by);
            beforeLast = last;
            last = next;
        }
    }

    private void count(char beforeLast, char last, char next, int by) {
        total += by;
        singles[next] += by;
        different += turned(singles[next], by);
        var pair = pair(last, next);
        followedSingle[last] += by;
        followersOfSingle[last] += turned(add(pairs, pair, by), by);
        var context = pair(beforeLast, last);
        add(followedPair, context, by);
        add(followersOfPair, context, turned(triples.addTo(triple(context, next), by) + by, by));
    }

    /** 1 when something was counted for the first time, -1 when it is gone again. */
    private static int turned(int count, int by) {
        if (by > 0) {
            return count == by ? 1 : 0;
        }
        return count == 0 ? -1 : 0;
    }

    private static int add(Int2IntOpenHashMap counts, int key, int by) {
        return counts.addTo(key, by) + by;
    }

    void write(Numbers numbers) {
        numbers.add(total);
        numbers.add(different);
        numbers.add(singles);
        numbers.add(followedSingle);
        numbers.add(followersOfSingle);
        numbers.add(pairs);
        numbers.add(followedPair);
        numbers.add(followersOfPair);
        numbers.add(triples);
    }

    static Wording read(Numbers numbers) {
        var wording = new Wording();
        wording.total = numbers.next();
        wording.different = numbers.next();
        numbers.next(wording.singles);
        numbers.next(wording.followedSingle);
        numbers.next(wording.followersOfSingle);
        numbers.next(wording.pairs);
        numbers.next(wording.followedPair);
        numbers.next(wording.followersOfPair);
        numbers.next(wording.triples);
        return wording;
    }

    boolean knows(char last, char next) {
        return pairs.get(pair(last, next)) > 0;
    }

    /** Natural logarithm of the chance of {@code next} behind the two others. */
    double logChance(char beforeLast, char last, char next) {
        var single = (singles[next] + UNSEEN_COUNT) / (total + UNSEEN_COUNT * (different + UNSEEN));
        var behindOne = mixed(pairs.get(pair(last, next)), followedSingle[last], followersOfSingle[last], single);
        var context = pair(beforeLast, last);
        return Math.log(mixed(
                triples.get(triple(context, next)),
                followedPair.get(context),
                followersOfPair.get(context),
                behindOne));
    }

    private static double mixed(int count, int followed, int followers, double shorter) {
        return followed == 0 ? shorter : (count + followers * shorter) / (followed + followers);
    }

    private static int pair(char first, char second) {
        return first << 16 | second;
    }

    private static long triple(int context, char next) {
        return ((long) context << 16) | next;
    }
}
