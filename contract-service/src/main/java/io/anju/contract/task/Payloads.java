package io.anju.contract.task;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;

/** Reads what was kept with a task. */
@ApplicationScoped
public class Payloads {
    private final ObjectMapper json;

    Payloads(ObjectMapper json) {
        this.json = json;
    }

    /** The task's payload. One that cannot be read is a mistake of the program: it was checked when it was kept. */
    public <T> T read(Task task, Class<T> type) {
        try {
            // A payload may be an event as it came, and producers add to theirs.
            return json.readerFor(type)
                    .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .readValue(task.payload());
        } catch (JsonProcessingException e) {
            // Without its cause, which quotes the payload.
            throw new IllegalStateException("the payload of a " + task.kind() + " task cannot be read at "
                    + e.getLocation().getColumnNr());
        }
    }
}
