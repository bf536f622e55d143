package io.anju.e2e.stack;

import java.nio.file.Files;
import java.nio.file.Path;

/** The checkout that these tests stand in. */
public final class Repository {

    private Repository() {}

    /** The folder of the command {@code anju}. */
    public static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("anju"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
