package io.anju.contract.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.anju.kit.crypto.Keysets;
import io.anju.testkit.environment.RotatedKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a task has to know, from the day it is written down to the day it is done. */
class PayloadsTest {
    private static final String CERTIFICATE = "沪（2024）浦字不动产权第000001号";
    private static final String JSON = "{\"certificateNumber\":\"" + CERTIFICATE + "\",\"later\":1}";

    private record Known(String certificateNumber) {}

    @TempDir
    Path folder;

    private final UUID id = UUID.randomUUID();
    private Payloads before;
    private Payloads after;

    @BeforeEach
    void rotate() throws IOException {
        Path keysets = Files.writeString(folder.resolve("keysets.json"), Keysets.generate("a test run"));
        before = new Payloads(new ObjectMapper(), Keysets.read(keysets));
        after = new Payloads(new ObjectMapper(), RotatedKeys.of(keysets));
    }

    private static Task task(UUID id, String payload, boolean sealed) {
        return new Task(id, TaskKind.DRAFT, UUID.randomUUID(), payload, sealed, 1, Duration.ZERO);
    }

    private static String read(Payloads payloads, Task task) {
        return payloads.read(task, Known.class).certificateNumber();
    }

    @Test
    void areKeptSealed() {
        String kept = before.seal(id, JSON);

        assertFalse(kept.contains("certificate"));
        assertEquals(CERTIFICATE, read(before, task(id, kept, true)));
    }

    @Test
    void areReadWhenTheDataKeyHasChanged() {
        assertEquals(CERTIFICATE, read(after, task(id, before.seal(id, JSON), true)));
        Task ofTheNewKey = task(id, after.seal(id, JSON), true);
        assertThrows(IllegalStateException.class, () -> read(before, ofTheNewKey));
    }

    @Test
    void ofAnotherTaskAreNotRead() {
        Task other = task(UUID.randomUUID(), before.seal(id, JSON), true);
        assertThrows(IllegalStateException.class, () -> read(before, other));
    }

    @Test
    void ofTheVersionBeforeAreReadAsTheyAre() {
        assertEquals(CERTIFICATE, read(before, task(id, JSON, false)));
    }
}
