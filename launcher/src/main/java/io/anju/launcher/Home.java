package io.anju.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The folders of a stack.
 *
 * @param root the repository
 * @param state everything that starting the stack writes; {@code .anju} in the repository unless told otherwise
 */
public record Home(Path root, Path state) {

    /** The database and the secrets: what {@code --fresh} empties. */
    public Path data() {
        return state.resolve("data");
    }

    /** Passwords and keys, each file readable by its owner alone. */
    public Path secrets() {
        return data().resolve("secrets");
    }

    /** PostgreSQL's data. */
    public Path database() {
        return data().resolve("postgres");
    }

    /** The keys of {@code ./anju passkey}; they belong to accounts in the database and go with it. */
    public Path passkeys() {
        return data().resolve("passkeys");
    }

    /** One log per process. */
    public Path logs() {
        return state.resolve("logs");
    }

    /** Which processes run. */
    public Path run() {
        return state.resolve("run");
    }

    /** What can be made again: PostgreSQL's programs, start-up caches. */
    public Path cache() {
        return state.resolve("cache");
    }

    /** Makes the folders that every command relies on. */
    public void create() {
        for (Path folder : new Path[] {data(), logs(), run(), cache()}) {
            try {
                Files.createDirectories(folder);
            } catch (IOException unwritable) {
                throw new LaunchFailure("cannot write to " + state + ": " + unwritable.getMessage(), unwritable);
            }
        }
    }
}
