package io.anju.sandbox;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Runs a sandbox until the process is stopped; a start that fails says why in one line and exits with 1. */
public final class Main {
    private Main() {}

    /** Takes no arguments; see {@link SandboxConfig#read}. */
    public static void main(String[] arguments) {
        if (System.getProperty("java.util.logging.SimpleFormatter.format") == null) {
            System.setProperty("java.util.logging.SimpleFormatter.format", "%1$tFT%1$tT %4$s %5$s%6$s%n");
        }
        Logger logger = System.getLogger(Main.class.getName());
        try {
            var sandbox = Sandbox.start(SandboxConfig.read(System.getProperties(), System.getenv()));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(sandbox, logger), "stop"));
            logger.log(Level.INFO, "sandbox ready at " + sandbox.url());
        } catch (IOException | IllegalArgumentException e) {
            logger.log(Level.ERROR, "the sandbox cannot start: " + e.getMessage());
            System.exit(1);
        }
    }

    private static void stop(Sandbox sandbox, Logger logger) {
        try {
            sandbox.close();
        } catch (IOException e) {
            logger.log(Level.WARNING, "the sandbox did not stop cleanly: " + e.getMessage());
        }
    }
}
