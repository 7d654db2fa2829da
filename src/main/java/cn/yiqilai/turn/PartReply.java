package cn.yiqilai.turn;

import cn.yiqilai.platform.Messages;
import cn.yiqilai.turn.Reply.Answered;
import cn.yiqilai.turn.Reply.Related;
import cn.yiqilai.turn.Reply.Unanswered;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The reply to one of several questions, as if it had been asked alone.
 *
 * @param number from 1
 * @param asked in the words of the enterprise
 */
record PartReply(int number, String asked, Reply reply) {
    private static final String NUMERALS = "一二三四五六七八九";
    private static final int LONGEST_QUOTE = 40;
    private static final int RELATED = 3;

    boolean isAnswer() {
        return reply.decision() == Reply.Kind.ANSWER;
    }

    /**
     * One reply of several, at least one of which is an answer.
     *
     * @param limit answers wanted; each answered question brings one whatever the limit
     */
    static Reply join(List<PartReply> parts, int limit) {
        var answers = answers(parts.stream().filter(PartReply::isAnswer).toList(), limit);
        return new Reply(
                Reply.Kind.ANSWER,
                null,
                answers.getFirst().confidence(),
                parts.stream().map(PartReply::text).collect(Collectors.joining("\n\n")),
                answers,
                related(parts, answers),
                List.of(),
                parts.stream()
                        .filter(part -> !part.isAnswer())
                        .map(part -> new Unanswered(part.number(), part.quoted(), part.apology()))
                        .toList());
    }

    /** The best of each question first, then what else each brought, in turn; no entry twice. */
    private static List<Answered> answers(List<PartReply> answered, int limit) {
        var answers = new ArrayList<Answered>();
        var wanted = Math.max(limit, answered.size());
        for (var rank = 0; rank < limit; rank++) {
            for (var part : answered) {
                if (rank < part.reply().answers().size() && answers.size() < wanted) {
                    add(answers, part.reply().answers().get(rank).to(part.number()));
                }
            }
        }
        return answers;
    }

    private static void add(List<Answered> answers, Answered further) {
        if (answers.stream().noneMatch(answer -> answer.entryId().equals(further.entryId()))) {
            answers.add(further);
        }
    }

    private static List<Related> related(List<PartReply> parts, List<Answered> answers) {
        var given = answers.stream().map(Answered::entryId).toList();
        return parts.stream()
                .flatMap(part -> part.reply().related().stream())
                .filter(related -> !given.contains(related.entryId()))
                .distinct()
                .limit(RELATED)
                .toList();
    }

    private String text() {
        return Messages.of("reply.part", NUMERALS.substring(number - 1, number), quoted()) + "\n"
                + (isAnswer() ? reply.text() : apology());
    }

    /** A question back is for a reply of its own: here there is nothing to pick from. */
    private String apology() {
        return reply.decision() == Reply.Kind.CLARIFY ? Messages.of("reply.part-unclear") : reply.text();
    }

    private String quoted() {
        var length = asked.codePointCount(0, asked.length());
        return length <= LONGEST_QUOTE ? asked : asked.substring(0, asked.offsetByCodePoints(0, LONGEST_QUOTE)) + "…";
    }
}
