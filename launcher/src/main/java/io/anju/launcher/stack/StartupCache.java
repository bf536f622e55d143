package io.anju.launcher.stack;

import io.anju.launcher.process.Program;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The JDK's AOT cache of each service: loaded and linked classes, so that a start costs less than half the CPU. A cache
 * belongs to one build under one JVM with one set of flags; any change of these is another cache.
 */
final class StartupCache {

    private static final String ENDING = ".aot";
    private static final int KEY_BYTES = 8;

    private final Path folder;

    StartupCache(Path folder) {
        this.folder = folder;
    }

    /** The program as it starts fastest: with its cache where there is one. */
    Program quickened(Program program) {
        Path file = file(program);
        return Files.exists(file) ? withFlag(program, "-XX:AOTCache=" + file) : program;
    }

    /** The program so that it writes its cache when it ends; none when it has one. */
    Optional<Program> recording(Program program) {
        return Files.exists(file(program))
                ? Optional.empty()
                : Optional.of(withFlag(program, "-XX:AOTCacheOutput=" + unfinished(program)));
    }

    /** Keeps what a recording program has written, in place of the caches of earlier builds. */
    boolean keep(Program program) {
        try {
            if (!Files.exists(unfinished(program))) {
                return false;
            }
            for (Path old : list(program.name())) {
                Files.delete(old);
            }
            Files.move(unfinished(program), file(program), StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private List<Path> list(String name) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith(name + "-"))
                    .filter(file -> file.toString().endsWith(ENDING))
                    .toList();
        }
    }

    private Path file(Program program) {
        return folder.resolve(program.name() + "-" + key(program) + ENDING);
    }

    private Path unfinished(Program program) {
        return folder.resolve(program.name() + "-" + key(program) + ".part");
    }

    private static Program withFlag(Program program, String flag) {
        var command = new ArrayList<>(program.command());
        command.add(1, flag);
        return program.withCommand(command);
    }

    /** The JVM, the command line, and each file beside the jar that is started by name, size and time. */
    private static String key(Program program) {
        var text = new StringBuilder(Runtime.version().toString());
        program.command().forEach(word -> text.append('\n').append(word));
        try (Stream<Path> files =
                Files.walk(Path.of(program.command().getLast()).getParent())) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                text.append('\n').append(file).append(' ').append(Files.size(file));
                text.append(' ').append(Files.getLastModifiedTime(file).toMillis());
            }
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, KEY_BYTES);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
