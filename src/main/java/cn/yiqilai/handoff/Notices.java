package cn.yiqilai.handoff;

import cn.yiqilai.conversation.Message;
import cn.yiqilai.conversation.Speaker;
import cn.yiqilai.conversation.Transcript;
import cn.yiqilai.platform.Messages;
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

    /** What a specialist answers, under the name of his department. */
    Message answer(Contact contact, String department, String text) {
        return say(contact, Speaker.SPECIALIST, Messages.of("handoff.specialist-name", department), text);
    }

    /** What an agent says, under the name of the desk: an enterprise talks to a role. */
    Message say(Contact contact, Desk desk, String text) {
        return say(contact, Speaker.AGENT, desk.name(), text);
    }

    private Message say(Contact contact, Speaker role, String name, String text) {
        var payload = json.createObjectNode();
        payload.putObject("from").put("role", role.name()).put("name", name);
        return transcript.append(contact.conversation(), role, text, payload.toString());
    }
}
