package cn.yiqilai.handoff;

import cn.yiqilai.conversation.Message;
import cn.yiqilai.conversation.Speaker;
import cn.yiqilai.platform.StorableText;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A question of an enterprise and what people answered to it.
 *
 * @param question the first message of it; what the enterprise adds before anybody answers belongs to it
 * @param words of the whole question
 * @param answers of one kind of person, in order; of a specialist alone when one answered, because his word counts
 */
record Exchanged(Message question, String words, List<Message> answers) {
    private static final int SHORTEST_QUESTION = 5;
    /** 您好，请稍等 answers nothing. */
    private static final int SHORTEST_ANSWER = 10;

    Exchanged {
        answers = List.copyOf(answers);
    }

    String answer() {
        return answers.stream().map(Message::text).collect(Collectors.joining("\n"));
    }

    Message last() {
        return answers.getLast();
    }

    /**
     * Of what was said those in which something was asked and answered by a person.
     *
     * @param messages ascending
     * @param asks whether a message of the enterprise asks something: 好的 and 谢谢 do not, so what is said after them still
     *     answers what was asked before
     */
    static List<Exchanged> in(List<Message> messages, Predicate<String> asks) {
        var found = new ArrayList<Exchanged>();
        var asked = new ArrayList<Message>();
        var answers = new ArrayList<Message>();
        var dealtWith = false;
        for (var message : messages) {
            switch (message.speaker()) {
                case ENTERPRISE -> {
                    if (StorableText.length(message.text().strip()) >= SHORTEST_QUESTION && asks.test(message.text())) {
                        if (!answers.isEmpty() || dealtWith) {
                            add(found, asked, answers);
                            asked.clear();
                            answers.clear();
                        }
                        dealtWith = false;
                        asked.add(message);
                    }
                }
                case AGENT, SPECIALIST -> {
                    if (!asked.isEmpty()) {
                        answers.add(message);
                    }
                }
                // Whatever the service made of it: what is asked next is another question.
                case ASSISTANT -> dealtWith = true;
                case SYSTEM -> {
                    // Nobody's answer.
                }
            }
        }
        add(found, asked, answers);
        return found;
    }

    private static void add(List<Exchanged> found, List<Message> asked, List<Message> answers) {
        var decisive = answers.stream().anyMatch(message -> message.speaker() == Speaker.SPECIALIST)
                ? Speaker.SPECIALIST
                : Speaker.AGENT;
        var said = answers.stream()
                .filter(message -> message.speaker() == decisive)
                .toList();
        var exchanged = asked.isEmpty()
                ? null
                : new Exchanged(
                        asked.getFirst(),
                        asked.stream().map(message -> message.text().strip()).collect(Collectors.joining("，")),
                        said);
        if (exchanged != null && StorableText.length(exchanged.answer().strip()) >= SHORTEST_ANSWER) {
            found.add(exchanged);
        }
    }
}
