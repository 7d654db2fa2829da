package cn.yiqilai.understanding;

import cn.yiqilai.understanding.Clause.Border;
import cn.yiqilai.understanding.Clause.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Cuts an utterance into clauses: at punctuation, and in spoken text without any at the words by which people go on (然后,
 * 就是, 我想问一下) and behind the particles with which they end (吗, 呢). Enumerations with 、 stay whole.
 */
final class Clauses {
    private static final int UNPUNCTUATED = 18;

    private static final Pattern MARK =
            Pattern.compile("[?!。;,:\\n~]+|\\.{2,}|(?<=\\p{IsHan})\\s+(?=[\\p{IsHan}\\p{N}])");
    private static final Pattern NUMBERED =
            Pattern.compile("^\\s*(?:\\(?[1-9一二三][)、.](?![0-9])|第[一二三](?:个问题是?|个是|点是?|,|是)|[一二三]是)\\s*");
    private static final Pattern FURTHER = Pattern.compile(
            "^(?:另外|此外|顺便|再就是|其次|同时(?=[我想请,])|以及|还有就是|还有一个(?:问题)?(?:是)?|还有(?!效|没有|吗|用|多少|多久|几)|再问|也想问)");
    private static final Pattern LEAD_IN = Pattern.compile(
            "(?:那个|就是|然后|所以|还有|另外|顺便|现在|[那嗯呃额啊])*(?:我们|我|咱们?)?(?:就|还|也|再|主要)?(?:是)?想(?:请|要)?(?:问|教|咨询|了解|知道|打听|确认)(?:一下|一问|下|问|个问题|一件事)?(?:你们|您|你)?啊?"
                    + "|请问(?:一下|下)?|请教(?:一下|下)?|麻烦(?:您|你)?(?:问|查|看)(?:一下|下)|(?:顺便|再)?问(?:一下|下)(?:就是)?|咨询(?:一下|下)");
    private static final Pattern GOES_ON =
            Pattern.compile("然后呢?|就是说?(?=[我想他她你那这有])|那个(?=\\p{IsHan}{4})|[呃嗯]+|喂(?=[你您我])");
    private static final Pattern FURTHER_ON = Pattern.compile("另外|还有就是|还有一个(?:问题)?|顺便(?=[问想])|再问");
    private static final Pattern TURNS = Pattern.compile("但是|可是|所以|因为|如果|要是|万一|假如|结果|后来|当时|现在(?=我|想|他|要)");
    private static final Pattern PARTICLE = Pattern.compile("吗(?!啡)啊?|呢(?!绒)");
    private static final Pattern SPOKEN_PARTICLE = Pattern.compile("嘛|啊|呀");

    private Clauses() {}

    /** @param text in plain script, see {@link Analyzer#plain} */
    static List<Clause> of(String text) {
        var clauses = new ArrayList<Clause>();
        var marks = MARK.matcher(text);
        var start = 0;
        var border = Border.SENTENCE;
        while (marks.find()) {
            var mark = marks.group();
            addPiece(clauses, text.substring(start, marks.start()), border, mark.contains("?"));
            border = endsSentence(mark) ? Border.SENTENCE : Border.COMMA;
            start = marks.end();
        }
        addPiece(clauses, text.substring(start), border, false);
        return List.copyOf(clauses);
    }

    private static boolean endsSentence(String mark) {
        return mark.codePoints().anyMatch(point -> "?!。;\n".indexOf(point) >= 0);
    }

    /** What stands between two marks. */
    private static void addPiece(List<Clause> clauses, String piece, Border before, boolean questioned) {
        var rest = piece.strip();
        var border = before;
        var numbered = NUMBERED.matcher(rest);
        if (numbered.find()) {
            rest = rest.substring(numbered.end());
            border = Border.ADDITION;
        }
        var cuts = cuts(rest);
        for (var i = 0; i < cuts.size(); i++) {
            var cut = cuts.get(i);
            var last = i == cuts.size() - 1;
            add(clauses, cut, i == 0 ? firmer(border, cut.border()) : cut.border(), last && questioned);
        }
    }

    private static Border firmer(Border one, Border other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private static void add(List<Clause> clauses, Cut cut, Border border, boolean questioned) {
        var text = cut.text().strip();
        if (text.isEmpty()) {
            if (cut.leadIn()) {
                clauses.add(new Clause("", Role.NOISE, border, false));
            }
            return;
        }
        // What was led in by words of its own is still led in behind a comma: 请问,…
        var led = cut.leadIn() || !clauses.isEmpty() && clauses.getLast().text().isEmpty();
        clauses.add(new Clause(text, Speech.roleOf(text, questioned, led), border, questioned || led));
    }

    private record Cut(String text, boolean leadIn, Border border) {}

    private static List<Cut> cuts(String piece) {
        var spoken = piece.codePointCount(0, piece.length()) >= UNPUNCTUATED;
        var cuts = new ArrayList<Cut>();
        var text = new StringBuilder();
        var leadIn = false;
        var border = Border.COMMA;
        for (var at = 0; at < piece.length(); ) {
            var opening = opening(piece, at, spoken, text.isEmpty());
            if (opening.length() > 0 || opening.cutsBefore() && !text.isEmpty()) {
                if (!text.isEmpty()) {
                    cuts.add(new Cut(text.toString(), leadIn, border));
                    text.setLength(0);
                    leadIn = false;
                    border = Border.COMMA;
                }
                leadIn |= opening.leadIn();
                border = firmer(border, opening.border());
                at += opening.length();
                if (opening.length() > 0) {
                    continue;
                }
            }
            text.append(piece.charAt(at++));
            if (endsWithParticle(piece, at, text, spoken)) {
                cuts.add(new Cut(text.toString(), leadIn, border));
                text.setLength(0);
                leadIn = false;
                border = Border.COMMA;
            }
        }
        cuts.add(new Cut(text.toString(), leadIn, border));
        return cuts;
    }

    /** @param length of the words that only open a clause and are left out */
    private record Opening(int length, boolean leadIn, Border border, boolean cutsBefore) {
        static final Opening NONE = new Opening(0, false, Border.COMMA, false);
    }

    private static Opening opening(String piece, int at, boolean spoken, boolean first) {
        var leadIn = LEAD_IN.matcher(piece).region(at, piece.length());
        if (leadIn.lookingAt() && (first || spoken || leadIn.end() - at > 2)) {
            var further =
                    FURTHER.matcher(leadIn.group()).find() || leadIn.group().contains("还有");
            return new Opening(leadIn.end() - at, true, further ? Border.ADDITION : Border.COMMA, true);
        }
        var further = FURTHER.matcher(piece).region(at, piece.length());
        if (first && further.lookingAt()) {
            return new Opening(further.end() - at, false, Border.ADDITION, true);
        }
        if (!spoken) {
            return Opening.NONE;
        }
        var furtherOn = FURTHER_ON.matcher(piece).region(at, piece.length());
        if (furtherOn.lookingAt()) {
            return new Opening(furtherOn.end() - at, false, Border.ADDITION, true);
        }
        var goesOn = GOES_ON.matcher(piece).region(at, piece.length()).useTransparentBounds(true);
        if (goesOn.lookingAt()) {
            return new Opening(goesOn.end() - at, false, Border.COMMA, true);
        }
        var turns = TURNS.matcher(piece).region(at, piece.length());
        return turns.lookingAt() && !first ? new Opening(0, false, Border.COMMA, true) : Opening.NONE;
    }

    private static boolean endsWithParticle(String piece, int at, CharSequence text, boolean spoken) {
        if (piece.length() - at < 3 || text.length() < 3) {
            return false;
        }
        var last = piece.substring(at - 1, at);
        return PARTICLE.matcher(last).matches() && !piece.startsWith("啡", at)
                || spoken && SPOKEN_PARTICLE.matcher(last).matches();
    }
}
