package cn.yiqilai.knowledge.sheet;

import cn.yiqilai.knowledge.EntryForm;
import cn.yiqilai.knowledge.ImportFiles.Row;
import cn.yiqilai.knowledge.ImportFiles.Rows;
import cn.yiqilai.platform.Messages;
import cn.yiqilai.platform.Problem.FieldError;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.util.List;
import java.util.stream.Collectors;

/** One JSON object a line; empty lines are passed over, fields that no entry has are too. */
final class JsonLines {
    private final ObjectReader reader;

    JsonLines(ObjectMapper json) {
        reader = json.readerFor(EntryForm.class)
                .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    void read(String text, Rows rows) {
        var number = 0;
        for (var line : (Iterable<String>) text.lines()::iterator) {
            number++;
            if (!line.isBlank()) {
                rows.take(row(number, line));
            }
        }
    }

    private Row row(int number, String line) {
        try {
            EntryForm form = reader.readValue(line);
            return form == null ? broken(number, "", "request.not-json") : new Row.Readable(number, form);
        } catch (JsonMappingException e) {
            return broken(number, path(e), "request.wrong-type");
        } catch (JsonProcessingException e) {
            return broken(number, "", "request.not-json");
        }
    }

    private static Row broken(int number, String field, String code) {
        return new Row.Broken(number, List.of(new FieldError(field, Messages.of(code))));
    }

    private static String path(JsonMappingException e) {
        return e.getPath().stream()
                .map(step -> step.getFieldName() == null ? Integer.toString(step.getIndex()) : step.getFieldName())
                .collect(Collectors.joining("."));
    }
}
