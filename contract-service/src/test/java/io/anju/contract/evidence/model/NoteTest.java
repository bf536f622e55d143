package io.anju.contract.evidence.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoteTest {
    /** The example of golang.org/x/mod/sumdb/note's documentation: key, text and signature by Go. */
    private static final NoteKey PETER =
            new NoteKey("PeterNeumann", keyOf("ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"));

    private static final String NOTE = """
            If you think cryptography is the answer to your problem,
            then you don't know what your problem is.

            — PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
            """;

    private static byte[] keyOf(String typed) {
        byte[] bytes = Base64.getDecoder().decode(typed);
        return java.util.Arrays.copyOfRange(bytes, 1, bytes.length);
    }

    @Test
    void aNoteSignedByAnotherToolVerifies() {
        assertTrue(PETER.verifies(SignedNote.parse(NOTE)));
        assertEquals("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW", PETER.verifierKey());
    }

    @Test
    void aChangedTextDoesNot() {
        assertFalse(PETER.verifies(SignedNote.parse(NOTE.replace("your problem", "my problem"))));
    }

    @Test
    void aNoteIsWrittenAsItWasRead() {
        assertEquals(NOTE, SignedNote.parse(NOTE).encode());
    }

    @Test
    void aCheckpointIsReadAsItWasWritten() {
        Checkpoint checkpoint = new Checkpoint("anju.example/log", 7, Hash.empty());

        assertEquals(checkpoint, Checkpoint.parse(checkpoint.text()));
    }

    @ParameterizedTest
    @CsvSource({
        "0/x001/x234/067, false, 0, 1234067, 256",
        "0/000.p/17, false, 0, 0, 17",
        "1/003, false, 1, 3, 256",
        "entries/x123/456.p/1, true, 0, 123456, 1"
    })
    void tilePathsAreThoseOfTheStandard(String path, boolean entries, int level, long index, int width) {
        assertEquals(Optional.of(new TilePath(entries, new Tile.Id(level, index), width)), TilePath.parse(path));
    }

    @ParameterizedTest
    @CsvSource({"0/1", "0/000.p/0", "0/000.p/256", "64/000", "x/000", "0/x1/000", "../checkpoint"})
    void otherPathsNameNothing(String path) {
        assertEquals(Optional.empty(), TilePath.parse(path));
    }
}
