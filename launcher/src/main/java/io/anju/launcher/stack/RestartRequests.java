package io.anju.launcher.stack;

import io.anju.launcher.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How {@code ./anju restart} asks the supervisor, which alone starts and stops: a file {@code NAME.restart} appears, and
 * {@code NAME.restarted} is the answer (empty, or one line that says what went wrong).
 */
final class RestartRequests {

    private static final String ASKED = ".restart";
    private static final String ANSWERED = ".restarted";

    private final Path folder;

    RestartRequests(Home home) {
        this.folder = home.run();
    }

    void ask(String name) {
        try {
            Files.deleteIfExists(folder.resolve(name + ANSWERED));
            Files.writeString(folder.resolve(name + ASKED), "");
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** The answer once there is one. */
    Optional<String> answer(String name) {
        Path file = folder.resolve(name + ANSWERED);
        try {
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            String line = Files.readString(file);
            Files.delete(file);
            return Optional.of(line);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** What is asked for and not answered. */
    List<String> list() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ASKED))
                    .map(name -> name.substring(0, name.length() - ASKED.length()))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    void answer(String name, String line) {
        try {
            Path unfinished = Files.writeString(folder.resolve(name + ".answer"), line);
            Files.move(unfinished, folder.resolve(name + ANSWERED), StandardCopyOption.ATOMIC_MOVE);
            Files.deleteIfExists(folder.resolve(name + ASKED));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** Forgets what an earlier supervisor did not answer. */
    void clear() {
        list().forEach(name -> {
            try {
                Files.deleteIfExists(folder.resolve(name + ASKED));
            } catch (IOException unwritable) {
                throw new UncheckedIOException(unwritable);
            }
        });
    }
}
