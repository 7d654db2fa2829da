package cn.yiqilai.handoff;

import cn.yiqilai.conversation.Message;
import cn.yiqilai.handoff.Packet.Asked;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a specialist reads when he joins. He answers a matter: nobody's telephone number is in it.
 *
 * @param desk its name
 * @param question that led to a person; null when nothing was asked
 * @param summary what was said so far, line by line, with times
 * @param transcript the conversation so far, at most its last 500 messages
 * @param suggestions for the enterprise's last message that has some, best first
 * @param enterpriseName null = not known
 * @param region null = the city that is served
 */
public record Briefing(
        String desk,
        @Nullable Asked question,
        String summary,
        List<Message> transcript,
        List<Suggestion> suggestions,
        @Nullable String enterpriseName,
        @Nullable String region) {
    public Briefing {
        transcript = List.copyOf(transcript);
        suggestions = List.copyOf(suggestions);
    }
}
