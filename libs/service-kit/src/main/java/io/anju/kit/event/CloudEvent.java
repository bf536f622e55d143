package io.anju.kit.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.UUID;

/**
 * A fact heard from another service (CloudEvents 1.0, structured JSON).
 *
 * @param id the same at every delivery of the same fact
 * @param source name of the service that tells it
 * @param type versioned type
 * @param subject id of the thing it happened to
 * @param time when it happened
 * @param data as the type's schema says
 */
public record CloudEvent(UUID id, String source, String type, String subject, Instant time, JsonNode data) {

    // Reads what it knows and passes over the rest, so that a producer may add fields.
    private static final ObjectMapper READER = new ObjectMapper()
            .findAndRegisterModules()
            .disable(com.fasterxml.jackson.databind.DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    /** @throws IllegalArgumentException when the data have another shape */
    public <T> T dataAs(Class<T> shape) {
        try {
            return READER.treeToValue(data, shape);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("event " + id + " of type " + type + " has other data", e);
        }
    }
}
