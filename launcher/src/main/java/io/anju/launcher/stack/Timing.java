package io.anju.launcher.stack;

import io.anju.launcher.Terminal;
import java.time.Duration;
import java.util.Locale;

/** Tells how far a start has come. */
final class Timing {

    private final Terminal terminal;
    private final long began = System.nanoTime();

    Timing(Terminal terminal) {
        this.terminal = terminal;
    }

    void ready(String name) {
        double seconds = Duration.ofNanos(System.nanoTime() - began).toMillis() / 1000.0;
        terminal.line(String.format(Locale.ROOT, "  %-18s ready after %4.1f s", name, seconds));
    }
}
