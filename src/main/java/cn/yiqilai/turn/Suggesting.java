package cn.yiqilai.turn;

import cn.yiqilai.city.City;
import cn.yiqilai.city.Place;
import cn.yiqilai.city.Regions;
import cn.yiqilai.conversation.Conversation;
import cn.yiqilai.conversation.Message;
import cn.yiqilai.decision.Decision;
import cn.yiqilai.decision.OperatingPoint;
import cn.yiqilai.handoff.Suggestion;
import cn.yiqilai.handoff.Suggestions;
import cn.yiqilai.platform.Shanghai;
import cn.yiqilai.turn.Reply.Answered;
import cn.yiqilai.understanding.Context;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** Thinks about what the enterprise said for the agent: at the generous operating point, because a person judges it. */
@ApplicationScoped
class Suggesting {
    private final Thinking thinking;
    private final ReplyWriter writer;
    private final Suggestions suggestions;
    private final Regions regions;
    private final City city;
    private final Clock clock;

    Suggesting(
            Thinking thinking, ReplyWriter writer, Suggestions suggestions, Regions regions, City city, Clock clock) {
        this.thinking = thinking;
        this.writer = writer;
        this.suggestions = suggestions;
        this.regions = regions;
        this.city = city;
        this.clock = clock;
    }

    /** Keeps what could be said to that message. */
    Thought suggest(Conversation conversation, Message message, Context context) {
        var question =
                new Question(message.text(), place(conversation), Shanghai.today(clock), context, OperatingPoint.AGENT);
        var thought = thinking.think(question);
        suggestions.keep(suggestions(message, thought, question));
        return thought;
    }

    /** The same for a message of before, by itself, unless it was done then. */
    void suggestOnce(Conversation conversation, Message message) {
        if (suggestions.of(conversation.id(), message.seq()).isEmpty()) {
            suggest(conversation, message, Context.NONE);
        }
    }

    private List<Suggestion> suggestions(Message message, Thought thought, Question question) {
        var candidates = candidates(thought);
        var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var made = new ArrayList<Suggestion>();
        for (var candidate : candidates) {
            made.add(new Suggestion(
                    message.conversation(),
                    message.seq(),
                    made.size() + 1,
                    candidate.entryId(),
                    candidate.question(),
                    sendable(writer.text(candidate, question.asOf())),
                    candidate.confidence(),
                    made.isEmpty() && thought.decision() instanceof Decision.Answer,
                    at));
        }
        return made;
    }

    /** As it comes back from a page, so that what is sent unchanged is seen to be. */
    private static String sendable(String text) {
        return text.strip().replace("\r\n", "\n").replace('\r', '\n');
    }

    /** Of several questions the best of each, else the candidates of the one. */
    private List<Answered> candidates(Thought thought) {
        var parts = thought.parts().stream()
                .flatMap(part -> writer.candidates(part.thought(), 1).stream())
                .toList();
        var wanted = parts.isEmpty() ? writer.candidates(thought, Suggestion.MOST) : parts;
        var seen = new HashSet<String>();
        return wanted.stream()
                .filter(candidate -> seen.add(candidate.entryId()))
                .limit(Suggestion.MOST)
                .toList();
    }

    private Place place(Conversation conversation) {
        return Optional.ofNullable(conversation.region()).flatMap(regions::find).orElse(city.place());
    }
}
