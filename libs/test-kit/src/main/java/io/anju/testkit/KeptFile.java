package io.anju.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that is made from the code, kept beside it for review, and held against it. */
public final class KeptFile {

    private static final String UPDATE = "anju.update";

    private KeptFile() {}

    /**
     * Fails when the file differs from what the code says; with {@code -Danju.update} it writes the file instead.
     *
     * @param file relative to the module's folder, in which its tests run
     */
    public static void hold(Path file, String text) {
        try {
            if (System.getProperty(UPDATE) != null) {
                Files.createDirectories(file.toAbsolutePath().getParent());
                Files.writeString(file, text);
            } else if (!Files.exists(file) || !Files.readString(file).equals(text)) {
                throw new AssertionError(
                        file + " is not what the code says; run the test with -D" + UPDATE + " and look at the change");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
