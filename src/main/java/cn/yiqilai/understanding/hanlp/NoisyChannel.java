package cn.yiqilai.understanding.hanlp;

import cn.yiqilai.understanding.Spelling;
import com.hankcs.hanlp.HanLP;
import com.hankcs.hanlp.seg.Segment;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;

/**
 * Spelling by sound as a noisy channel (Kernighan, Church and Gale 1990): what was meant is the sentence that the knowledge
 * could have worded so and that sounds like what came. Found by a beam search over the characters of like sound.
 *
 * <p>Clean text does not pay for it: only characters beside a pair that the knowledge never wrote may change at all, a change
 * costs a price that it must win back by a much likelier wording, and the words of the common dictionary cost more still, so
 * that a trade the knowledge never heard of is left alone.
 */
@Singleton
public final class NoisyChannel implements Spelling {
    /** Prices in natural logarithms, set on labelled questions that may be fitted on: misheard ones mend, clean ones stay. */
    private static final double CHANGE = 4;

    private static final double CHANGE_IN_A_WORD = 3;
    /** For a sound that is only nearly the same: 平翘舌, 前后鼻音, n/l. */
    private static final double NEARLY = 0.5;
    /** What all changes of a clause must win together beyond their prices. */
    private static final double LEAST_GAIN = 4;

    private static final int BEAM = 12;
    /** Longer clauses and texts are stories; one misheard word does not decide there. */
    private static final int LONGEST_CLAUSE = 48;

    private static final int LONGEST_TEXT = 128;
    /** A character has said all its readings after so many sentences. */
    private static final int READINGS = 3;

    private static final char FIRST_HAN = '\u4e00';

    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private Wording wording = new Wording();
    private final Map<String, List<Character>> bySound = new HashMap<>();
    private final Map<Character, String> plainSounds = new ConcurrentHashMap<>();
    private final int[] heard = new int[1 << 16];
    private final Segment words =
            HanLP.newSegment().enableOffset(true).enableNameRecognize(false).enableCustomDictionary(false);

    @Override
    public void learn(String normal) {
        locked(lock.writeLock(), () -> {
            for (var clause : normal.split(",")) {
                wording.count(clause, 1);
                listen(clause);
            }
        });
    }

    @Override
    public void forget(String normal) {
        locked(lock.writeLock(), () -> {
            for (var clause : normal.split(",")) {
                wording.count(clause, -1);
            }
        });
    }

    @Override
    public String corrected(String normal) {
        if (normal.length() > LONGEST_TEXT) {
            return normal;
        }
        var clauses = new ArrayList<String>();
        locked(lock.readLock(), () -> {
            for (var clause : normal.split(",")) {
                clauses.add(clause.length() > LONGEST_CLAUSE ? clause : correctedClause(clause));
            }
        });
        return String.join(",", clauses);
    }

    @Override
    public int[] learnt() {
        var numbers = Numbers.none();
        locked(lock.readLock(), () -> {
            wording.write(numbers);
            numbers.add(heard);
            bySound.forEach((sound, letters) -> {
                numbers.add(sound.length());
                sound.chars().forEach(numbers::add);
                numbers.add(letters.size());
                letters.forEach(letter -> numbers.add((int) letter));
            });
        });
        return numbers.toArray();
    }

    @Override
    public void recall(int[] learnt) {
        locked(lock.writeLock(), () -> {
            var numbers = Numbers.of(learnt);
            bySound.clear();
            Arrays.fill(heard, 0);
            wording = numbers.isEmpty() ? new Wording() : Wording.read(numbers);
            if (!numbers.isEmpty()) {
                numbers.next(heard);
            }
            while (!numbers.isEmpty()) {
                bySound.put(new String(letters(numbers)), asList(letters(numbers)));
            }
        });
    }

    private static char[] letters(Numbers numbers) {
        var letters = new char[numbers.next()];
        for (var i = 0; i < letters.length; i++) {
            letters[i] = (char) numbers.next();
        }
        return letters;
    }

    private static List<Character> asList(char[] letters) {
        var list = new ArrayList<Character>();
        for (var letter : letters) {
            list.add(letter);
        }
        return list;
    }

    private static void locked(Lock held, Runnable work) {
        held.lock();
        try {
            work.run();
        } finally {
            held.unlock();
        }
    }

    /** Which characters sound how, as they are read in their sentences. */
    private void listen(String clause) {
        if (clause.chars().noneMatch(letter -> letter >= FIRST_HAN && heard[letter] < READINGS)) {
            return;
        }
        var sounds = Sounds.syllables(clause);
        for (var i = 0; i < clause.length(); i++) {
            var letter = clause.charAt(i);
            if (letter >= FIRST_HAN) {
                heard[letter]++;
                var alike = bySound.computeIfAbsent(sounds.get(i), sound -> new ArrayList<>());
                if (!alike.contains(letter)) {
                    alike.add(letter);
                }
            }
        }
    }

    private String correctedClause(String clause) {
        var doubtful = doubtful(clause);
        if (doubtful.isEmpty()) {
            return clause;
        }
        var inWords = inWords(clause);
        var sounds = Sounds.syllables(clause);
        var paths = List.of(Path.BEGIN);
        for (var i = 0; i <= clause.length(); i++) {
            var steps = i == clause.length()
                    ? List.of(new Step(Wording.END, 0))
                    : steps(clause.charAt(i), doubtful.get(i), inWords.get(i), sounds.get(i));
            paths = best(paths, steps);
        }
        var best = paths.getFirst();
        var text = best.text(clause.length());
        return best.worth() - worth(clause) >= LEAST_GAIN ? text : clause;
    }

    /** Beside a pair that the knowledge never wrote. */
    private BitSet doubtful(String clause) {
        var doubtful = new BitSet(clause.length());
        var last = Wording.START;
        for (var i = 0; i < clause.length(); i++) {
            var next = clause.charAt(i);
            if (!wording.knows(last, next)) {
                doubtful.set(Math.max(0, i - 1), i + 1);
            }
            last = next;
        }
        for (var i = doubtful.nextSetBit(0); i >= 0; i = doubtful.nextSetBit(i + 1)) {
            doubtful.set(i, clause.charAt(i) >= FIRST_HAN);
        }
        return doubtful;
    }

    private BitSet inWords(String clause) {
        var inside = new BitSet(clause.length());
        for (var word : words.seg(clause)) {
            if (word.word.length() > 1) {
                inside.set(word.offset, Math.min(clause.length(), word.offset + word.word.length()));
            }
        }
        return inside;
    }

    private List<Step> steps(char written, boolean doubtful, boolean inWord, String sound) {
        var steps = new ArrayList<Step>();
        steps.add(new Step(written, 0));
        if (doubtful) {
            for (var other : bySound.getOrDefault(sound, List.of())) {
                if (other != written) {
                    steps.add(new Step(other, price(written, other, inWord)));
                }
            }
        }
        return steps;
    }

    private double price(char written, char other, boolean inWord) {
        var nearly = sound(written).equals(sound(other)) ? 0 : NEARLY;
        return CHANGE + nearly + (inWord ? CHANGE_IN_A_WORD : 0);
    }

    private String sound(char letter) {
        return plainSounds.computeIfAbsent(letter, one -> Sounds.plain(Character.toString(one)));
    }

    /**
     * The best way to each ending of two characters, of these the best few. Nobody means what the knowledge would not write
     * either.
     */
    private List<Path> best(List<Path> paths, List<Step> steps) {
        var best = new HashMap<Integer, Path>();
        for (var path : paths) {
            for (var step : steps) {
                if (step.price() > 0 && !wording.knows(path.letter(), step.letter())) {
                    continue;
                }
                var next = new Path(
                        path,
                        step.letter(),
                        path.worth()
                                + wording.logChance(path.beforeLast(), path.letter(), step.letter())
                                - step.price());
                best.merge(next.ending(), next, (a, b) -> a.worth() >= b.worth() ? a : b);
            }
        }
        return best.values().stream()
                .sorted(Comparator.comparingDouble(Path::worth).reversed())
                .limit(BEAM)
                .toList();
    }

    private double worth(String clause) {
        var path = Path.BEGIN;
        for (var i = 0; i <= clause.length(); i++) {
            var next = i == clause.length() ? Wording.END : clause.charAt(i);
            path = new Path(path, next, path.worth() + wording.logChance(path.beforeLast(), path.letter(), next));
        }
        return path.worth();
    }

    /** A character that may stand here, and its price. */
    private record Step(char letter, double price) {}

    /** A beginning of the sentence, by its last character. */
    private record Path(@Nullable Path before, char letter, double worth) {
        static final Path BEGIN = new Path(null, Wording.START, 0);

        char beforeLast() {
            return before == null ? Wording.START : before.letter;
        }

        int ending() {
            return beforeLast() << 16 | letter;
        }

        String text(int length) {
            var letters = new char[length];
            var path = before;
            for (var i = length - 1; i >= 0 && path != null; i--) {
                letters[i] = path.letter;
                path = path.before;
            }
            return new String(letters);
        }
    }
}
