package io.anju.contract.task;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.anju.kit.crypto.FieldCipher;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** What is kept with a task, sealed by this service's keys: a draft that waits names the property's certificate. */
@ApplicationScoped
public class Payloads {
    private final ObjectMapper json;
    private final FieldCipher cipher;

    Payloads(ObjectMapper json, FieldCipher cipher) {
        this.json = json;
        this.cipher = cipher;
    }

    String seal(UUID task, String payload) {
        return cipher.encryptToText(payload, context(task));
    }

    /** The task's payload. One that cannot be read is a mistake of the program: it was checked when it was kept. */
    public <T> T read(Task task, Class<T> type) {
        try {
            // A payload may be an event as it came, and producers add to theirs.
            return json.readerFor(type)
                    .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .readValue(open(task));
        } catch (JsonProcessingException e) {
            // Without its cause, which quotes the payload.
            throw new IllegalStateException("the payload of a " + task.kind() + " task cannot be read at "
                    + e.getLocation().getColumnNr());
        }
    }

    private String open(Task task) {
        return task.sealed() ? cipher.decryptText(task.payload(), context(task.id())) : task.payload();
    }

    private static String context(UUID task) {
        return "task." + task;
    }
}
