package io.anju.launcher.keys;

import io.anju.kit.environment.DevelopmentMark;
import io.anju.launcher.LaunchFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import java.util.function.Supplier;

/** Files that only their owner can read, each made once and whole: a start that is cut off leaves no half a key. */
public final class SecretFiles {

    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY_FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final SecureRandom RANDOM = new SecureRandom();

    private static final int KEY_BYTES = 32;

    private SecretFiles() {}

    /** Makes a folder that only its owner can enter. */
    public static void folder(Path folder) {
        try {
            Files.createDirectories(folder, OWNER_ONLY_FOLDER);
        } catch (IOException refused) {
            throw failure(folder, refused);
        }
    }

    /** Writes what the supplier makes unless the file is there. */
    public static void once(Path file, Supplier<byte[]> content) {
        if (!Files.exists(file)) {
            write(file, content.get());
        }
    }

    /** Writes a text unless the file is there. */
    public static void onceText(Path file, Supplier<String> content) {
        once(file, () -> content.get().getBytes(StandardCharsets.UTF_8));
    }

    /** Replaces the file. */
    public static void write(Path file, byte[] content) {
        Path unfinished = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.deleteIfExists(unfinished);
            Files.createFile(unfinished, OWNER_ONLY);
            Files.write(unfinished, content, StandardOpenOption.WRITE);
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException refused) {
            throw failure(file, refused);
        }
    }

    /** The text of a file. */
    public static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw failure(file, unreadable);
        }
    }

    /** Random bytes. */
    static byte[] random(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return random;
    }

    /** Random bytes as text that needs no quoting anywhere. */
    static String randomText(int bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random(bytes));
    }

    /** A password that no production takes; 32 random bytes behind the mark. */
    static String developmentText() {
        return DevelopmentMark.TEXT + randomText(KEY_BYTES);
    }

    /** A key of 32 bytes in base64 that no production takes: the mark and 184 random bits. */
    static String developmentKey() {
        byte[] key = random(KEY_BYTES);
        byte[] mark = DevelopmentMark.TEXT.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(mark, 0, key, 0, mark.length);
        return Base64.getEncoder().encodeToString(key);
    }

    private static LaunchFailure failure(Path path, IOException cause) {
        return new LaunchFailure("cannot read or write " + path + ": " + cause.getMessage(), cause);
    }
}
