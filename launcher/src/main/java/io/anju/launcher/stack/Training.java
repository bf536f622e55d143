package io.anju.launcher.stack;

import io.anju.launcher.Home;
import io.anju.launcher.LaunchFailure;
import io.anju.launcher.Terminal;
import io.anju.launcher.postgres.Databases;
import io.anju.launcher.process.Child;
import io.anju.launcher.process.LogFile;
import io.anju.launcher.process.Program;
import io.anju.launcher.process.RunFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * Makes the start-up caches that are missing, once per build: each service is started and stopped once more, one after
 * the other at the lowest priority, with an empty database of its own and with nobody to talk to. Nothing that the real
 * stack knows is within its reach.
 */
final class Training {

    /** The name of the process and of its log. */
    static final String NAME = "training";

    private static final Duration STOP_PATIENCE = Duration.ofSeconds(180);
    private static final String NOBODY = "http://localhost:9";

    private final Home home;
    private final StartupCache cache;
    private final Databases databases;
    private final Terminal terminal;
    private final Readiness readiness = new Readiness();

    Training(Home home, StartupCache cache, Databases databases, Terminal terminal) {
        this.home = home;
        this.cache = cache;
        this.databases = databases;
        this.terminal = terminal;
    }

    /** Trains what has no cache; a failure costs speed and nothing else. */
    void run(List<Program> services, BooleanSupplier stopping) {
        List<Program> untrained = services.stream()
                .filter(service -> cache.recording(service).isPresent())
                .toList();
        if (untrained.isEmpty()) {
            return;
        }
        terminal.line("learning in the background to start faster (once per build)");
        try {
            for (Program service : untrained) {
                if (stopping.getAsBoolean()) {
                    return;
                }
                train(service);
            }
            databases.drop(NAME);
            terminal.line("the next ./anju up will be faster");
        } catch (LaunchFailure | UncheckedIOException failed) {
            if (stopping.getAsBoolean()) {
                return;
            }
            terminal.line(
                    "learning to start faster was given up; see " + home.logs().resolve(NAME + ".log"));
        }
    }

    private void train(Program service) {
        if (service.settings().containsKey("QUARKUS_FLYWAY_USERNAME")) {
            databases.recreate(NAME, service.settings().get("QUARKUS_FLYWAY_USERNAME"));
        }
        Program trainee = alone(cache.recording(service).orElseThrow());
        Child child = Child.start(trainee, new LogFile(home.logs(), NAME), new RunFiles(home.run()));
        try {
            readiness.await(List.of(child), ready -> {});
        } finally {
            child.stop(STOP_PATIENCE);
        }
        if (!cache.keep(service)) {
            throw new LaunchFailure(service.name() + " wrote no cache");
        }
    }

    /** Out of reach of the stack and out of its way. */
    static Program alone(Program service) {
        int port = freePort();
        Map<String, String> settings = new HashMap<>(service.settings());
        settings.replaceAll((name, value) -> name.matches("ANJU_.*_URL") ? NOBODY : value);
        settings.remove("ANJU_CLOCK_URL");
        settings.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        settings.computeIfPresent("QUARKUS_MANAGEMENT_PORT", (name, taken) -> Integer.toString(freePort()));
        settings.replaceAll((name, value) ->
                name.matches("QUARKUS_DATASOURCE_.*_URL") ? value.replaceFirst("/[a-z]+$", "/" + NAME) : value);
        var command = new ArrayList<>(List.of("nice", "-n", "19"));
        command.addAll(service.command());
        URI ready = URI.create("http://localhost:" + port + service.ready().getPath());
        return new Program(NAME, command, settings, service.folder(), ready);
    }

    private static int freePort() {
        try (var probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
