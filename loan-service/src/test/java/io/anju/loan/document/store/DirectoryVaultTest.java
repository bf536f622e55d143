package io.anju.loan.document.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.anju.kernel.result.Result;
import io.anju.kit.crypto.Keysets;
import io.anju.loan.document.ContentVault.Stored;
import io.anju.loan.document.DocumentsConfig;
import io.anju.loan.document.model.ContentType;
import io.anju.loan.document.model.DocumentRefusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryVaultTest {

    private static final long LIMIT = 50L * 1024 * 1024;
    private static final byte[] START = "%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII);
    private static final UUID ID = UUID.fromString("01920000-0000-7000-8000-0000000000aa");
    private static final UUID OTHER = UUID.fromString("01920000-0000-7000-8000-0000000000ab");

    @TempDir
    Path folder;

    private DirectoryVault vault;

    @BeforeEach
    void open() throws IOException {
        Path keys = Files.writeString(folder.resolve("keysets.json"), Keysets.generate("a test"));
        vault = new DirectoryVault(config(folder.resolve("documents"), 0), Keysets.read(keys));
    }

    private static DocumentsConfig config(Path directory, long minFreeBytes) {
        return new DocumentsConfig() {
            @Override
            public String directory() {
                return directory.toString();
            }

            @Override
            public long maxBytes() {
                return LIMIT;
            }

            @Override
            public int maxPerApplication() {
                return 50;
            }

            @Override
            public long maxBytesPerCustomer() {
                return 10 * LIMIT;
            }

            @Override
            public long minFreeBytes() {
                return minFreeBytes;
            }

            @Override
            public Duration keepWithdrawn() {
                return Duration.ofDays(30);
            }

            @Override
            public Duration strayAfter() {
                return Duration.ofDays(1);
            }
        };
    }

    /** A PDF of that many bytes, made while it is read. */
    private static InputStream pdf(long size) {
        return new SequenceInputStream(new ByteArrayInputStream(START), new InputStream() {
            private long left = size - START.length;

            @Override
            public int read() {
                return left-- > 0 ? 'x' : -1;
            }

            @Override
            public int read(byte[] target, int from, int length) {
                if (left <= 0) {
                    return -1;
                }
                int count = (int) Math.min(length, left);
                left -= count;
                return count;
            }
        });
    }

    private Stored put(UUID id, InputStream content) {
        return switch (vault.put(id, content, Long.MAX_VALUE)) {
            case Result.Ok<Stored, DocumentRefusal>(Stored stored) -> stored;
            case Result.Refused<Stored, DocumentRefusal>(DocumentRefusal refusal) ->
                throw new AssertionError(refusal.code());
        };
    }

    private Path file(UUID id) {
        String name = id.toString();
        return folder.resolve("documents")
                .resolve(name.substring(name.length() - 2))
                .resolve(name);
    }

    @Test
    void takesADocumentOfExactlyTheLimit() throws IOException {
        Stored stored = put(ID, pdf(LIMIT));

        assertEquals(LIMIT, stored.size());
        assertEquals(ContentType.PDF, stored.type());
        try (InputStream read = vault.open(ID, stored.sealedKey())) {
            assertArrayEquals(START, read.readNBytes(START.length));
            assertEquals(LIMIT - START.length, read.transferTo(OutputStream.nullOutputStream()));
        }
    }

    @Test
    void refusesOneByteMoreAndLeavesNothingBehind() throws IOException {
        var result = vault.put(ID, pdf(LIMIT + 1), Long.MAX_VALUE);

        assertInstanceOf(
                DocumentRefusal.TooLarge.class,
                assertInstanceOf(Result.Refused.class, result).refusal());
        try (var left = Files.walk(folder.resolve("documents"))) {
            assertEquals(0, left.filter(Files::isRegularFile).count());
        }
    }

    @Test
    void refusesWhatThereIsNoRoomForAndStopsReadingIt() throws IOException {
        assertInstanceOf(Result.Ok.class, vault.put(OTHER, pdf(5000), 5000));
        var endless = pdf(Long.MAX_VALUE);

        var result = vault.put(ID, endless, 5000);

        assertEquals(
                new DocumentRefusal.SpaceUsed(10 * LIMIT),
                assertInstanceOf(Result.Refused.class, result).refusal());
        assertFalse(Files.exists(file(ID)));
    }

    @Test
    void aFullDiskIsNoFaultOfTheDocument() throws IOException {
        // Linux's device that is always full stands for the file.
        Path partial = file(ID).resolveSibling(ID + ".part");
        Files.createDirectories(partial.getParent());
        Files.createSymbolicLink(partial, Path.of("/dev/full"));

        var result = vault.put(ID, pdf(5000), Long.MAX_VALUE);

        assertEquals(
                new DocumentRefusal.NoRoom(),
                assertInstanceOf(Result.Refused.class, result).refusal());
        assertFalse(Files.exists(file(ID)));
    }

    @Test
    void leavesRoomOnTheDiskForOthers() throws IOException {
        Path keys = Files.writeString(folder.resolve("more.json"), Keysets.generate("a test"));
        var full = new DirectoryVault(config(folder.resolve("full"), Long.MAX_VALUE), Keysets.read(keys));

        var result = full.put(ID, pdf(5000), Long.MAX_VALUE);

        assertEquals(
                new DocumentRefusal.NoRoom(),
                assertInstanceOf(Result.Refused.class, result).refusal());
    }

    @Test
    void noticesAChangedByte() throws IOException {
        Stored stored = put(ID, pdf(5000));
        byte[] bytes = Files.readAllBytes(file(ID));
        bytes[3000] ^= 1;
        Files.write(file(ID), bytes);

        assertThrows(IOException.class, () -> {
            try (InputStream read = vault.open(ID, stored.sealedKey())) {
                var unused = read.readAllBytes();
            }
        });
    }

    @Test
    void opensAContentUnderItsOwnIdAlone() throws IOException {
        Stored stored = put(ID, pdf(5000));
        put(OTHER, pdf(5000));
        Files.copy(file(ID), file(OTHER), StandardCopyOption.REPLACE_EXISTING);

        assertThrows(IllegalStateException.class, () -> vault.open(OTHER, stored.sealedKey()));
    }

    @Test
    void givesEachContentAKeyOfItsOwn() throws IOException {
        put(ID, pdf(5000));
        put(OTHER, pdf(5000));

        assertTrue(Files.mismatch(file(ID), file(OTHER)) >= 0);
    }
}
