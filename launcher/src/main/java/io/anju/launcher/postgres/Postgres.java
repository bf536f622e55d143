package io.anju.launcher.postgres;

import io.anju.launcher.Folders;
import io.anju.launcher.Home;
import io.anju.launcher.LaunchFailure;
import io.anju.launcher.process.LogFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** The stack's PostgreSQL: initialised at the first start, reachable from this machine alone and by password only. */
public final class Postgres {

    /** The name of its log and in messages. */
    public static final String NAME = "postgres";

    private static final String SUPERUSER = "postgres";

    private final Home home;
    private final int port;
    private final Path superuserPassword;
    private final LogFile log;

    /**
     * A PostgreSQL that is not started yet.
     *
     * @param superuserPassword the file that holds it
     */
    public Postgres(Home home, int port, Path superuserPassword) {
        this.home = home;
        this.port = port;
        this.superuserPassword = superuserPassword;
        this.log = new LogFile(home.logs(), NAME);
    }

    /** Starts it and returns once it takes connections. */
    public Databases start() {
        log.begin();
        PostgresPrograms programs = PostgresPrograms.in(home.cache());
        if (!Files.exists(home.database().resolve("anju.conf"))) {
            initialise(programs);
        }
        writeSettings();
        programs.run(log.path(), "pg_ctl", "start", "-w", "-t", "60", "-s", "-D", data(), "-l", serverLog());
        return databases();
    }

    /** The databases of the PostgreSQL that runs. */
    public Databases databases() {
        return new Databases(port, SUPERUSER, read(superuserPassword));
    }

    /** Stops it if it runs, whoever started it; a crash of the launcher leaves it running. */
    public void stop() {
        if (isRunning()) {
            PostgresPrograms.in(home.cache())
                    .run(log.path(), "pg_ctl", "stop", "-w", "-t", "60", "-s", "-m", "fast", "-D", data());
        }
    }

    /** Whether a PostgreSQL serves this folder. */
    public boolean isRunning() {
        return pid().flatMap(ProcessHandle::of)
                .filter(ProcessHandle::isAlive)
                .flatMap(handle -> handle.info().command())
                .filter(command -> command.endsWith("/postgres"))
                .isPresent();
    }

    /** Its process number, as its own lock file tells. */
    public Optional<Long> pid() {
        try {
            return Files.readAllLines(home.database().resolve("postmaster.pid")).stream()
                    .findFirst()
                    .map(line -> Long.parseLong(line.strip()));
        } catch (IOException | NumberFormatException notRunning) {
            return Optional.empty();
        }
    }

    private void initialise(PostgresPrograms programs) {
        // Its settings are the last thing an initialisation writes: without them there is no data to lose.
        Folders.delete(home.database());
        programs.run(
                log.path(),
                "initdb",
                "--username=" + SUPERUSER,
                "--pwfile=" + superuserPassword,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C",
                "--pgdata=" + data());
        try {
            Files.writeString(
                    home.database().resolve("postgresql.conf"), "include 'anju.conf'\n", StandardOpenOption.APPEND);
        } catch (IOException unwritable) {
            throw new LaunchFailure("cannot write PostgreSQL's settings: " + unwritable.getMessage(), unwritable);
        }
    }

    /** Written at each start since the port may change. Money is posted here: nothing that durability needs is off. */
    private void writeSettings() {
        String settings = """
                listen_addresses = '127.0.0.1'
                port = %d
                unix_socket_directories = ''
                max_connections = 200
                fsync = on
                synchronous_commit = on
                full_page_writes = on
                timezone = 'UTC'
                log_timezone = 'UTC'
                jit = off
                """.formatted(port);
        try {
            Files.writeString(home.database().resolve("anju.conf"), settings);
        } catch (IOException unwritable) {
            throw new LaunchFailure("cannot write PostgreSQL's settings: " + unwritable.getMessage(), unwritable);
        }
    }

    private String data() {
        return home.database().toString();
    }

    private String serverLog() {
        return log.path().toString();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new LaunchFailure("cannot read " + file + ": " + unreadable.getMessage(), unreadable);
        }
    }
}
