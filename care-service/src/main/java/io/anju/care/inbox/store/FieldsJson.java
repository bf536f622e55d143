package io.anju.care.inbox.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.anju.care.inbox.model.Draft;
import io.anju.care.inbox.model.Template;
import java.util.Map;

/** A message's fields as they are stored: a JSON object. */
final class FieldsJson {

    private static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {};
    private static final ObjectMapper JSON = new ObjectMapper();

    private FieldsJson() {}

    static String write(Draft draft) {
        try {
            return JSON.writeValueAsString(draft.fields());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static Draft read(String template, String fields) {
        try {
            return Draft.of(Template.valueOf(template), JSON.readValue(fields, FIELDS));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored message cannot be read", e);
        }
    }
}
