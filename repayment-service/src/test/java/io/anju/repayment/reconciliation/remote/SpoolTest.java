package io.anju.repayment.reconciliation.remote;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.anju.repayment.reconciliation.SettlementFile.Refused;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.buffer.Buffer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What comes in pieces of any size comes out again, whole and twice, and leaves no file behind. */
class SpoolTest {

    private static final String PIECE = "0123456789".repeat(10_000);

    private final Vertx vertx = Vertx.vertx();
    private Spool spool;

    @BeforeEach
    void open() {
        spool = Spool.open(vertx.fileSystem(), 3L * PIECE.length()).await().indefinitely();
    }

    @AfterEach
    void close() {
        spool.close().await().indefinitely();
        vertx.closeAndAwait();
    }

    @Test
    void isReadAsItWasWrittenAsOftenAsItIsWanted() {
        add(PIECE);
        add("a short one");
        add(PIECE);

        assertEquals(PIECE + "a short one" + PIECE, all());
        assertEquals(PIECE + "a short one" + PIECE, all());
    }

    @Test
    void ofNothingNothingIsRead() {
        assertEquals("", all());
    }

    @Test
    void takesNoByteMoreThanItMay() {
        List.of(PIECE, PIECE, PIECE).forEach(this::add);

        assertThrows(Refused.class, () -> add("1"));
    }

    @Test
    void hasNoNameThatWouldOutliveTheProcess() throws IOException {
        Path open = Path.of("/proc/self/fd");
        assumeTrue(Files.isDirectory(open), "only Linux tells");

        try (var descriptors = Files.list(open)) {
            List<String> spools = descriptors
                    .map(SpoolTest::target)
                    .filter(target -> target.contains("anju-daily-file"))
                    .toList();

            assertFalse(spools.isEmpty());
            assertTrue(spools.stream().allMatch(target -> target.endsWith("(deleted)")), spools.toString());
        }
    }

    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException closedMeanwhile) {
            return "";
        }
    }

    private void add(String piece) {
        spool.add(Buffer.buffer(piece)).await().indefinitely();
    }

    private String all() {
        return spool.read()
                .map(Buffer::toString)
                .collect()
                .with(Collectors.joining())
                .await()
                .indefinitely();
    }
}
