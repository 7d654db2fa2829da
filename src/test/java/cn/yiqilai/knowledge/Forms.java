package cn.yiqilai.knowledge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.Map;

/** Entries for tests: a sound one, with what a test wants otherwise. */
public final class Forms {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Forms() {}

    public static Map<String, Object> sound(String id) {
        var fields = new HashMap<String, Object>();
        fields.put("id", id);
        fields.put("question", "车间改造要不要报建？" + id);
        fields.put("answer", "按建设工程管理的规定办理。");
        return fields;
    }

    static EntryForm with(String field, Object value) {
        var fields = sound("some-entry");
        fields.put(field, value);
        try {
            return JSON.readValue(JSON.writeValueAsString(fields), EntryForm.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static Entry entry(String answer) {
        return EntryRules.require(with("answer", answer));
    }
}
