package io.anju.launcher.stack;

import io.anju.launcher.Home;
import io.anju.launcher.LaunchFailure;
import io.anju.launcher.Ports;
import io.anju.launcher.Terminal;
import io.anju.launcher.keys.SecretFiles;
import io.anju.launcher.keys.Secrets;
import io.anju.launcher.postgres.Databases;
import io.anju.launcher.postgres.Postgres;
import io.anju.launcher.process.Child;
import io.anju.launcher.process.LogFile;
import io.anju.launcher.process.Program;
import io.anju.launcher.process.RunFiles;
import io.anju.launcher.process.RunningProcess;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * PostgreSQL, the sandbox, the services and the gateway as one thing that starts and stops. The supervisor's process
 * owns it; {@link #stop} may be called at any moment from another thread (a signal), also in the middle of a start.
 */
final class Stack {

    private static final Duration STOP_PATIENCE = Duration.ofSeconds(60);

    private final Home home;
    private final Ports ports;
    private final Terminal terminal;
    private final Secrets secrets;
    private final Postgres postgres;
    private final RunFiles runFiles;
    private final Readiness readiness = new Readiness();
    private final Map<String, Child> children = new LinkedHashMap<>();
    private final Object databaseStart = new Object();
    private final StartupCache cache;
    private volatile boolean stopping;

    Stack(Home home, Ports ports, Terminal terminal) {
        this.home = home;
        this.ports = ports;
        this.terminal = terminal;
        this.secrets = new Secrets(home.secrets());
        this.postgres = new Postgres(home, ports.database(), secrets.databaseSuperuser());
        this.runFiles = new RunFiles(home.run());
        this.cache = new StartupCache(home.cache());
    }

    /** Starts everything and returns when everything is ready. */
    void start(InstantSource clock) {
        var timing = new Timing(terminal);
        secrets.create(withKeys(), clock.instant());
        var programs = new Programs(home, ports, secrets);
        List<Program> services = programs.services();
        var started = new ArrayList<Child>();
        started.add(launch(programs.sandbox()));
        startDatabase();
        timing.ready(Postgres.NAME);
        services.forEach(service -> started.add(launch(cache.quickened(service))));
        readiness.await(started, child -> timing.ready(child.program().name()));
    }

    /** Makes the start-up caches that are missing; returns when that is done or the stack stops. */
    void train() {
        new Training(home, cache, postgres.databases(), terminal)
                .run(new Programs(home, ports, secrets).services(), this::isStopping);
    }

    /** The services that hold keys: those behind the gateway and the gateway itself. */
    private List<String> withKeys() {
        var names = new ArrayList<>(ports.services().keySet());
        names.add("gateway");
        return names;
    }

    private void startDatabase() {
        synchronized (databaseStart) {
            if (stopping) {
                throw new LaunchFailure("stopped");
            }
            Databases databases = postgres.start();
            ports.services()
                    .keySet()
                    .forEach(service -> databases.provide(
                            ServiceSettings.databaseName(service),
                            SecretFiles.read(secrets.databasePassword(service)),
                            SecretFiles.read(secrets.databaseOwnerPassword(service))));
        }
    }

    private synchronized Child launch(Program program) {
        if (stopping) {
            throw new LaunchFailure("stopped");
        }
        Child child = Child.start(program, new LogFile(home.logs(), program.name()), runFiles);
        children.put(program.name(), child);
        return child;
    }

    /** Stops one program if it runs, starts it again and returns when it is ready. */
    void restart(String name) {
        Program program = Objects.requireNonNull(children().get(name), name).program();
        child(name).stop(STOP_PATIENCE);
        readiness.await(List.of(launch(program)), child -> {});
    }

    /** Stops the children stage by stage, then PostgreSQL. Data is kept. */
    void stop() {
        Map<String, Child> running;
        synchronized (this) {
            stopping = true;
            running = new LinkedHashMap<>(children);
        }
        runFiles.find(Training.NAME).ifPresent(RunningProcess::kill);
        for (List<String> stage : StopOrder.STAGES) {
            List<Child> together =
                    stage.stream().map(running::get).filter(Objects::nonNull).toList();
            together.forEach(Child::askToStop);
            together.forEach(child -> child.stop(STOP_PATIENCE));
        }
        synchronized (databaseStart) {
            postgres.stop();
        }
    }

    boolean isStopping() {
        return stopping;
    }

    boolean has(String name) {
        return children().containsKey(name);
    }

    /** A copy of what was started, by name. */
    synchronized Map<String, Child> children() {
        return new LinkedHashMap<>(children);
    }

    private synchronized Child child(String name) {
        return Objects.requireNonNull(children.get(name), name);
    }
}
