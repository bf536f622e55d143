package io.anju.launcher.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One file per running process ({@code name.pid}: number and start time), so that another command can find it. */
public final class RunFiles {

    private static final String SUFFIX = ".pid";

    private final Path folder;

    /** The files in this folder. */
    public RunFiles(Path folder) {
        this.folder = folder;
    }

    /** Writes a process down. */
    public void add(RunningProcess process) {
        try {
            Files.writeString(
                    file(process.name()),
                    process.pid() + " " + process.started().toEpochMilli() + "\n");
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** Forgets a process. */
    public void remove(String name) {
        try {
            Files.deleteIfExists(file(name));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** The process of this name if it runs. */
    public Optional<RunningProcess> find(String name) {
        return read(file(name)).filter(RunningProcess::isAlive);
    }

    /** Every process that was written down, running or not. */
    public List<RunningProcess> list() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            var processes = new ArrayList<RunningProcess>();
            files.filter(file -> file.toString().endsWith(SUFFIX))
                    .sorted()
                    .forEach(file -> read(file).ifPresent(processes::add));
            return processes;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Optional<RunningProcess> read(Path file) {
        try {
            String[] words = Files.readString(file).strip().split(" ");
            String name = file.getFileName().toString();
            return Optional.of(new RunningProcess(
                    name.substring(0, name.length() - SUFFIX.length()),
                    Long.parseLong(words[0]),
                    Instant.ofEpochMilli(Long.parseLong(words[1]))));
        } catch (IOException | RuntimeException absentOrHalfWritten) {
            return Optional.empty();
        }
    }

    private Path file(String name) {
        return folder.resolve(name + SUFFIX);
    }
}
