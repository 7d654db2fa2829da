package cn.yiqilai.channel.chat;

import cn.yiqilai.conversation.Message;
import cn.yiqilai.platform.Shanghai;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;

/** A message as the contract shows it: who said what, and for a reply all that stands behind it. */
@ApplicationScoped
class MessageView {
    private final ObjectMapper json;

    MessageView(ObjectMapper json) {
        this.json = json;
    }

    ObjectNode of(Message message) {
        var view = json.createObjectNode();
        view.put("seq", message.seq());
        view.put("speaker", message.speaker().name());
        view.put("text", message.text());
        view.put("at", Shanghai.format(message.at()));
        view.put("clientMessageId", message.clientMessageId());
        view.put("inReplyTo", message.inReplyTo());
        view.setAll(payload(message));
        return view;
    }

    private ObjectNode payload(Message message) {
        try {
            return (ObjectNode) json.readTree(message.payload());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "payload of message " + message.seq() + " of " + message.conversation() + " is no JSON", e);
        }
    }
}
