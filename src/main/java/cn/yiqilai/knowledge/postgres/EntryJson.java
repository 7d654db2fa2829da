package cn.yiqilai.knowledge.postgres;

import cn.yiqilai.knowledge.Entry;
import cn.yiqilai.knowledge.Intent;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;

/** Records as the jsonb columns keep them. */
@ApplicationScoped
class EntryJson {
    private final ObjectMapper json;

    EntryJson(ObjectMapper json) {
        this.json = json;
    }

    String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot be kept as JSON: " + value.getClass(), e);
        }
    }

    Entry entry(String text) {
        return read(text, Entry.class);
    }

    Intent intent(String text) {
        return read(text, Intent.class);
    }

    <T> T read(String text, Class<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what is kept is no " + type.getSimpleName(), e);
        }
    }
}
