package io.anju.sandbox.journal;

import com.fasterxml.jackson.databind.JsonNode;
import io.anju.sandbox.http.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Facts, one JSON line each, in the order in which they became true. State is what replaying them gives: a fact is written first and applied after, by
 * the same function at run time and at start, so that what was answered is what a restarted sandbox knows. Written to the operating system before the
 * answer, not forced to the disk: it survives a killed process, not a power cut.
 *
 * <p>Used from one thread.
 */
public final class Journal implements AutoCloseable {
    private record Line(String type, Object fact) {}

    /** One kind of fact. */
    public final class Facts<T> {
        private final String type;
        private final Class<T> shape;
        private final Consumer<T> apply;

        private Facts(String type, Class<T> shape, Consumer<T> apply) {
            this.type = type;
            this.shape = shape;
            this.apply = apply;
        }

        /** Writes the fact, then applies it. */
        public void add(T fact) {
            addAll(List.of(fact));
        }

        /** Writes many facts at once, then applies them in their order. */
        public void addAll(List<T> facts) {
            var lines = new ByteArrayOutputStream();
            for (T fact : facts) {
                lines.writeBytes(Json.bytes(new Line(type, fact)));
                lines.write('\n');
            }
            append(lines.toByteArray());
            facts.forEach(apply);
        }

        private void replay(JsonNode fact) {
            apply.accept(Json.as(fact, shape));
        }
    }

    private final @Nullable FileChannel file;
    private final Map<String, Facts<?>> kinds = new HashMap<>();

    private Journal(@Nullable FileChannel file) {
        this.file = file;
    }

    /** Opens the journal in a folder, or one that remembers nothing when there is no folder. */
    public static Journal open(@Nullable Path folder) throws IOException {
        if (folder == null) {
            return new Journal(null);
        }
        Files.createDirectories(folder);
        var path = folder.resolve("journal.jsonl");
        var file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        if (!locked(file)) {
            file.close();
            throw new IOException(path + " is in use by another sandbox");
        }
        return new Journal(file);
    }

    private static boolean locked(FileChannel file) throws IOException {
        try {
            return file.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    /** Declares a kind of fact and what it does to the state. */
    public <T> Facts<T> facts(String type, Class<T> shape, Consumer<T> apply) {
        var facts = new Facts<>(type, shape, apply);
        kinds.put(type, facts);
        return facts;
    }

    /** Applies all that is in the file; a last line cut short by a crash was never answered and is cut off. */
    public void replay() throws IOException {
        if (file == null) {
            return;
        }
        file.position(0);
        var good = 0L;
        var line = new ByteArrayOutputStream();
        var chunk = ByteBuffer.allocate(64 * 1024);
        while (file.read(chunk) >= 0) {
            chunk.flip();
            while (chunk.hasRemaining()) {
                var b = chunk.get();
                if (b == '\n') {
                    apply(line.toByteArray());
                    good += line.size() + 1;
                    line.reset();
                } else {
                    line.write(b);
                }
            }
            chunk.clear();
        }
        file.truncate(good);
        file.position(good);
    }

    private void apply(byte[] line) throws IOException {
        var tree = Json.tree(line);
        var kind = kinds.get(tree.path("type").asText());
        if (kind == null) {
            throw new IOException("unknown fact in the journal: " + new String(line, StandardCharsets.UTF_8));
        }
        kind.replay(tree.path("fact"));
    }

    private void append(byte[] lines) {
        if (file == null) {
            return;
        }
        try {
            var start = file.position();
            try {
                var bytes = ByteBuffer.wrap(lines);
                while (bytes.hasRemaining()) {
                    file.write(bytes);
                }
            } catch (IOException e) {
                file.truncate(start);
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the journal cannot be written", e);
        }
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
        }
    }
}
