package io.anju.launcher.postgres;

import com.sun.security.auth.module.UnixSystem;
import io.anju.launcher.LaunchFailure;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** PostgreSQL's own programs ({@code initdb}, {@code pg_ctl}, {@code postgres}), unpacked once from the build's jar. */
final class PostgresPrograms {

    private static final int OWNER_EXECUTES = 0100;
    private static final long PATIENCE_SECONDS = 120;

    private final Path folder;

    private PostgresPrograms(Path folder) {
        this.folder = folder;
    }

    /** Unpacks the programs for this machine unless that has been done. */
    static PostgresPrograms in(Path cache) {
        String archive = "/postgres-" + system() + "-" + processor() + ".txz";
        URL source = PostgresPrograms.class.getResource(archive);
        if (source == null) {
            throw new LaunchFailure("there is no embedded PostgreSQL for this machine (" + archive.substring(1) + ")");
        }
        Path folder = cache.resolve(jarName(source));
        if (!Files.isDirectory(folder)) {
            unpack(source, folder);
        }
        return new PostgresPrograms(folder);
    }

    /**
     * The command line of a program. PostgreSQL refuses to run as root; in a user namespace of its own root is nobody
     * in particular, and PostgreSQL is content.
     */
    List<String> command(String program, String... arguments) {
        var command = new ArrayList<String>();
        if (isRoot()) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(folder.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        return command;
    }

    /** Runs a program to its end; what it says goes into the log. */
    void run(Path log, String program, String... arguments) {
        try {
            Process process = new ProcessBuilder(command(program, arguments))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new LaunchFailure("PostgreSQL's " + program + " did not end; see " + log);
            }
            if (process.exitValue() != 0) {
                throw new LaunchFailure("PostgreSQL's " + program + " failed" + hint() + "; see " + log);
            }
        } catch (IOException refused) {
            throw new LaunchFailure("PostgreSQL's " + program + " could not be run: " + refused.getMessage(), refused);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new LaunchFailure("interrupted while PostgreSQL's " + program + " ran", stopped);
        }
    }

    private static String hint() {
        return isRoot() ? " (as root it needs user namespaces; an ordinary user does not)" : "";
    }

    private static void unpack(URL source, Path folder) {
        Path unfinished = folder.resolveSibling(
                folder.getFileName() + ".part-" + ProcessHandle.current().pid());
        try (InputStream jar = source.openStream();
                var tar = new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(jar)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(tar, entry, unfinished);
            }
            Files.move(unfinished, folder);
        } catch (IOException failed) {
            throw new LaunchFailure("cannot unpack PostgreSQL into " + folder + ": " + failed.getMessage(), failed);
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path folder) throws IOException {
        Path target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) {
            throw new IOException("entry outside the archive: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.resolveSibling(""));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, target);
        if ((entry.getMode() & OWNER_EXECUTES) != 0) {
            Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    private static String jarName(URL source) {
        String path = source.getPath();
        String jar = path.substring(0, path.lastIndexOf(".jar!"));
        return jar.substring(jar.lastIndexOf('/') + 1);
    }

    private static String system() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : "linux";
    }

    private static String processor() {
        return switch (System.getProperty("os.arch")) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            case String other -> other;
        };
    }

    private static boolean isRoot() {
        return new UnixSystem().getUid() == 0;
    }
}
