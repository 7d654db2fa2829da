package cn.yiqilai.handoff;

import cn.yiqilai.conversation.Message;
import cn.yiqilai.conversation.Speaker;
import cn.yiqilai.conversation.Transcript;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;

/** What is said in the conversation of a contact, beside what the two sides say themselves. */
@ApplicationScoped
class Notices {
    private final Transcript transcript;
    private final ObjectMapper json;

    Notices(Transcript transcript, ObjectMapper json) {
        this.transcript = transcript;
        this.json = json;
    }

    /** Tells the enterprise how things stand now. */
    void tell(Contact contact, String text) {
        tell(contact, text, false);
    }

    /** @param ratingWanted asks for a rating with it */
    void tell(Contact contact, String text, boolean ratingWanted) {
        var payload = json.createObjectNode();
        payload.putObject("handoff")
                .put("id", contact.id().toString())
                .put("state", contact.state().name())
                .put("position", 0)
                .putNull("estimatedWaitSeconds");
        if (ratingWanted) {
            payload.put("ratingWanted", true);
        }
        transcript.append(contact.conversation(), Speaker.SYSTEM, text, payload.toString());
    }

    /** What a person says, under the name of the desk: an enterprise talks to a role. */
    Message say(Contact contact, Desk desk, String text) {
        var payload = json.createObjectNode();
        payload.putObject("from").put("role", Speaker.AGENT.name()).put("name", desk.name());
        return transcript.append(contact.conversation(), Speaker.AGENT, text, payload.toString());
    }
}
