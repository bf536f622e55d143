package io.anju.launcher.stack;

import io.anju.launcher.Home;
import io.anju.launcher.LaunchFailure;
import io.anju.launcher.Ports;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** What is looked at before anything is started, so that a refusal leaves nothing behind. */
final class Preconditions {

    /** PostgreSQL, start-up caches and logs, in bytes. */
    private static final long SPACE_NEEDED = 2L << 30;

    private Preconditions() {}

    static void check(Home home, Ports ports) {
        requireSpace(home, home.state().toFile().getUsableSpace());
        ports.all().forEach(Preconditions::requireFree);
    }

    /**
     * Refuses a disk without room for what a stack writes.
     *
     * @param free bytes
     */
    static void requireSpace(Home home, long free) {
        if (free < SPACE_NEEDED) {
            throw new LaunchFailure("the disk is nearly full: " + (free >> 20) + " MiB free at " + home.state() + ", "
                    + (SPACE_NEEDED >> 20) + " MiB needed");
        }
    }

    private static void requireFree(String name, int port) {
        try (var probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            if (!probe.isBound()) {
                throw new IOException("not bound");
            }
        } catch (IOException taken) {
            throw new LaunchFailure(
                    "port " + port + " (" + name
                            + ") is taken by another program: stop that one, or move this stack with --port-offset 100",
                    taken);
        }
    }
}
