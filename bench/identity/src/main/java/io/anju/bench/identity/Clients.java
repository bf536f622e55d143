package io.anju.bench.identity;

import io.anju.bench.kit.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/** So many clients, each over its own connection, one request after the other until the time is over. */
final class Clients {

    static final int COUNT = IdentityBench.setting("CLIENTS", 8);

    /** One piece of work of one client. */
    interface Step {
        void run(Connection connection, int client, int turn) throws Exception;
    }

    private Clients() {}

    /** How often the work was done. */
    static long run(int port, double seconds, Step step) throws Exception {
        long end = System.nanoTime() + (long) (seconds * 1e9);
        List<Callable<Long>> work = new ArrayList<>();
        for (int client = 0; client < COUNT; client++) {
            int number = client;
            work.add(() -> {
                try (var connection = new Connection(port)) {
                    int turn = 0;
                    while (System.nanoTime() < end) {
                        step.run(connection, number, turn++);
                    }
                    return (long) turn;
                }
            });
        }
        long done = 0;
        try (var threads = Executors.newFixedThreadPool(COUNT)) {
            for (var client : threads.invokeAll(work)) {
                done += client.get();
            }
        }
        return done;
    }
}
