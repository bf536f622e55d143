package io.anju.launcher.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * What a child process prints. The process writes to the file itself, so it neither blocks nor dies when nobody reads.
 * The log of the run before stays beside it as {@code .1}.
 */
public final class LogFile {

    /** A log is cut at this size, in bytes; a stack may run for weeks. */
    private static final long LIMIT = 64L << 20;

    /** How much of the end is looked at for the last lines, in bytes. */
    private static final int TAIL = 64 << 10;

    private final Path path;

    /** The log of this process. */
    public LogFile(Path folder, String name) {
        this.path = folder.resolve(name + ".log");
    }

    /** Where it lies. */
    public Path path() {
        return path;
    }

    /** Puts the last run's log aside and begins an empty one. */
    public void begin() {
        try {
            if (Files.exists(path)) {
                Files.move(path, previous(), StandardCopyOption.REPLACE_EXISTING);
            }
            Files.createFile(path);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** Copies the log aside and empties it when it has grown over the limit; the writer appends and goes on. */
    public void limit() {
        try {
            if (Files.exists(path) && Files.size(path) > LIMIT) {
                Files.copy(path, previous(), StandardCopyOption.REPLACE_EXISTING);
                try (var file = new RandomAccessFile(path.toFile(), "rw")) {
                    file.setLength(0);
                }
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** The last lines, oldest first, without the frames of stack traces: what is left says what went wrong. */
    public List<String> lastLines(int count) {
        try (var file = new RandomAccessFile(path.toFile(), "r")) {
            byte[] tail = new byte[(int) Math.min(TAIL, file.length())];
            file.seek(file.length() - tail.length);
            file.readFully(tail);
            List<String> lines = new String(tail, StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.matches("\\s*(at [\\w$.]+.*|\\.\\.\\. \\d+ more)"))
                    .toList();
            return lines.subList(Math.max(0, lines.size() - count), lines.size());
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    private Path previous() {
        return path.resolveSibling(path.getFileName() + ".1");
    }
}
