package io.anju.launcher.stack;

import io.anju.launcher.Home;
import io.anju.launcher.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What other commands have to know of the stack that is up: that it is ready, and where it listens. */
final class UpState {

    private UpState() {}

    /** Says that the stack is ready. */
    static void ready(Home home, Ports ports) {
        try {
            Files.writeString(file(home), ports.offset() + "\n");
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** Says that it is not, or not any more. */
    static void notReady(Home home) {
        try {
            Files.deleteIfExists(file(home));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    static boolean isReady(Home home) {
        return Files.exists(file(home));
    }

    /** The ports of the stack that is ready; the usual ones otherwise. */
    static Ports ports(Home home) {
        try {
            return new Ports(Integer.parseInt(Files.readString(file(home)).strip()));
        } catch (IOException | NumberFormatException notReady) {
            return new Ports(0);
        }
    }

    private static Path file(Home home) {
        return home.run().resolve("ready");
    }
}
