package cn.yiqilai.decision;

import cn.yiqilai.knowledge.Entry;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What the standard questions of several entries have in common, and what each has for itself. */
final class Wording {
    private static final int LONGEST_NAME = 12;
    private static final int SHORTEST_NAME = 2;
    /** Shorter pieces that happen to be common name nothing. */
    private static final int SHORTEST_SUBJECT = 4;

    private static final Pattern NO_NAME = Pattern.compile("[，。？?,；：“”]|多少|什么|哪|怎么|怎样|如何|吗|谁|几|可以|能|要|不|没|有|会|从|向");
    private static final Pattern TRAILING = Pattern.compile("(?:应该在|应当在|应该|应当|的|在|是|一般|最长|最迟|最晚|认定)+$");
    private static final Pattern LEADING = Pattern.compile("^(?:的|在|是|了|应该|应当|办理|申请)+");
    private static final Pattern CLAUSE_END = Pattern.compile("[，？?]");
    private static final Pattern ASKING = Pattern.compile("多少|什么|哪|怎么|怎样|如何|吗|谁|几|能不能|要不要|是否|能否|多久|多长");
    private static final Pattern END = Pattern.compile("[？?。！!]+$");

    private Wording() {}

    /** The longest piece that stands in all of the questions; may be empty. */
    static String common(List<Entry> entries) {
        var first = entries.getFirst().question();
        for (var length = first.length(); length > 0; length--) {
            for (var start = 0; start + length <= first.length(); start++) {
                var piece = first.substring(start, start + length);
                if (entries.stream().allMatch(entry -> entry.question().contains(piece))) {
                    return piece;
                }
            }
        }
        return "";
    }

    /** What it is all about: as it was said, when that was nothing but a name, else as all the questions name it. */
    static Optional<String> subject(String said, List<Entry> entries) {
        return name(said).or(() -> name(common(entries)).filter(name -> name.length() >= SHORTEST_SUBJECT));
    }

    /** The name of the thing before the common piece of a question. */
    static Optional<String> thingBefore(String common, String question) {
        return common.length() < SHORTEST_NAME
                ? Optional.empty()
                : name(question.substring(0, question.indexOf(common)));
    }

    /** Questions as short labels that still differ: up to the clause that asks, else whole. */
    static List<String> shortened(List<Entry> entries) {
        var whole = entries.stream()
                .map(entry -> END.matcher(entry.question()).replaceAll(""))
                .toList();
        var asking = whole.stream().map(Wording::upToWhatIsAsked).toList();
        return new HashSet<>(asking).size() == asking.size() ? asking : whole;
    }

    /** Common pairs of characters among all of both, 0..1 (Dice 1945). */
    static double likeness(String one, String other) {
        var pairs = pairs(one);
        var others = pairs(other);
        var all = pairs.size() + others.size();
        pairs.retainAll(others);
        return all == 0 ? 1 : 2.0 * pairs.size() / all;
    }

    private static Optional<String> name(String words) {
        var name = TRAILING.matcher(LEADING.matcher(words).replaceAll("")).replaceAll("");
        var length = name.codePointCount(0, name.length());
        return length < SHORTEST_NAME
                        || length > LONGEST_NAME
                        || NO_NAME.matcher(name).find()
                ? Optional.empty()
                : Optional.of(name);
    }

    private static String upToWhatIsAsked(String question) {
        var clauses = CLAUSE_END.matcher(question);
        while (clauses.find()) {
            var clause = question.substring(0, clauses.start());
            if (ASKING.matcher(clause).find()) {
                return clause;
            }
        }
        return question;
    }

    private static Set<String> pairs(String text) {
        var bare = END.matcher(text).replaceAll("");
        var pairs = new HashSet<String>();
        for (var i = 0; i + 2 <= bare.length(); i++) {
            pairs.add(bare.substring(i, i + 2));
        }
        return pairs;
    }
}
