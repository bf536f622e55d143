package io.anju.launcher.process;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Hands on the lines that are added to a log, from where it stands when it is first looked at. */
public final class LogFollower {

    private static final int BLOCK = 8 << 10;

    private final Path path;
    private final Consumer<String> reader;
    private final ByteArrayOutputStream unfinished = new ByteArrayOutputStream();
    private long position;

    /** Follows a log from its beginning. */
    public LogFollower(Path path, Consumer<String> reader) {
        this.path = path;
        this.reader = reader;
    }

    /** Reads what is new. A log that became shorter was begun anew and is read from the start. */
    public void poll() {
        try (var file = new RandomAccessFile(path.toFile(), "r")) {
            if (file.length() < position) {
                position = 0;
                unfinished.reset();
            }
            file.seek(position);
            byte[] block = new byte[BLOCK];
            for (int read = file.read(block); read > 0; read = file.read(block)) {
                position += read;
                take(block, read);
            }
        } catch (IOException notThereYet) {
            // The process has not been started; there is nothing to read.
        }
    }

    private void take(byte[] block, int length) {
        for (int i = 0; i < length; i++) {
            if (block[i] == '\n') {
                reader.accept(unfinished.toString(StandardCharsets.UTF_8));
                unfinished.reset();
            } else {
                unfinished.write(block[i]);
            }
        }
    }
}
