package io.anju.bench.duerun;

import io.anju.bench.kit.Usage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Runs one due date over N loans by bare SQL and by the service, checks both, and prints the ratio. */
public final class DueRunBench {

    /** Each row once, in its last state: as if the rail answered at once and from within. */
    private static final String BARE = "bare";

    /** The states that a rail which answers later makes everybody keep: ordered, sent, posted. */
    private static final String STEPS = "steps";

    private static final String OURS = "ours";
    private static final int PORT = 28_084;
    private static final Duration START_MOST = Duration.ofMinutes(3);
    private static final Duration QUIET_MOST = Duration.ofMinutes(10);
    private static final String BOOKS_RIGHT = "0 0 0 0 0 0 0";

    private static final int REPLICAS = setting("REPLICAS", 1);
    private static final int KILLS = setting("KILLS", 0);
    private static final int BARE_CHUNK = setting("BARE_CHUNK", 50_000);
    private static final int STATEMENTS = setting("STATEMENTS", 0);

    /** What a contender took: until all is posted, and processor time by whom. */
    private record Figures(double seconds, long postgresMillis, long serviceMillis, long railMillis, long memoryMb) {}

    private DueRunBench() {}

    /** @param args the repository's folder, the number of loans */
    public static void main(String[] args) throws Exception {
        Path root = Path.of(args[0]);
        int loans = Integer.parseInt(args[1]);
        Path folder = Files.createTempDirectory("anju-due-run");
        try (var database = new Database(STATEMENTS);
                var around = new Surroundings(folder)) {
            say("%,d loans, one debit in 50 fails; logs in %s", loans, folder);
            database.create(OURS, root);
            seed(database, loans);
            database.copy(OURS, BARE);
            database.copy(OURS, STEPS);
            Figures bare = runSql(database, BARE, loans, "step.sql");
            Figures steps = runSql(database, STEPS, loans, "placed.sql", "sent.sql", "posted.sql");
            Figures ours = runOurs(database, around, root, folder);
            for (String one : List.of(BARE, STEPS, OURS)) {
                database.dearest(one, loans).forEach(line -> say("%-6s%s", one, line));
            }
            print(loans, bare, steps, ours);
            check(database, loans);
        }
    }

    private static void seed(Database database, int loans) throws SQLException {
        try (Connection connection = database.connect(OURS);
                var statement = connection.createStatement()) {
            statement.execute(Database.script("seed.sql").replace(":n", Integer.toString(loans)));
            statement.execute("VACUUM ANALYZE");
            statement.execute("CHECKPOINT");
        }
    }

    private static Figures runSql(Database database, String name, int loans, String... scripts) throws SQLException {
        long cpu = Usage.cpuMillis(database.process());
        Instant began = Instant.now();
        try (Connection connection = database.connect(name)) {
            for (String script : scripts) {
                runSql(connection, Database.script(script), loans);
            }
        }
        double seconds = secondsSince(began);
        return new Figures(seconds, Usage.cpuMillis(database.process()) - cpu, 0, 0, 0);
    }

    private static void runSql(Connection connection, String sql, int loans) throws SQLException {
        try (var step = connection.prepareStatement(sql);
                var analyze = connection.createStatement()) {
            for (int from = 0; from < loans; from += BARE_CHUNK) {
                step.setString(1, id(from));
                step.setString(2, id(Math.min(loans, from + BARE_CHUNK)));
                step.executeUpdate();
            }
            // The next step joins what this one wrote; without figures about it the planner goes astray.
            analyze.execute("ANALYZE bill, rail_order, loan");
        }
    }

    private static Figures runOurs(Database database, Surroundings around, Path root, Path folder)
            throws IOException, InterruptedException, SQLException {
        around.today("2026-12-15");
        List<Service> replicas = new ArrayList<>();
        try {
            for (int i = 0; i < REPLICAS; i++) {
                var settings = around.settings(database.port(), OURS);
                replicas.add(new Service(root, PORT + i, settings, folder.resolve("service-" + i + ".log")));
            }
            for (int i = 0; i < REPLICAS; i++) {
                await(around, PORT + i);
            }
            Thread.sleep(3_000); // that date has nothing due and nobody to remind; its run is over by then
            long postgres = Usage.cpuMillis(database.process());
            long rail = railMillis();
            long service = replicas.stream()
                    .mapToLong(one -> Usage.cpuMillis(one.process()))
                    .sum();
            Instant began = Instant.now();
            around.today("2026-12-22");
            long memory = watch(database, replicas);
            double seconds = secondsSince(began);
            var figures = new Figures(
                    seconds,
                    Usage.cpuMillis(database.process()) - postgres,
                    replicas.stream()
                                    .mapToLong(one -> Usage.cpuMillis(one.process()))
                                    .sum()
                            - service,
                    railMillis() - rail,
                    memory);
            say("all posted after %.1f s; now the rest of the events", seconds);
            awaitDelivered(database, began);
            return figures;
        } finally {
            for (Service replica : replicas) {
                replica.close();
            }
        }
    }

    /** Waits until everything is posted, killing as asked; answers with the most memory that a replica had. */
    private static long watch(Database database, List<Service> replicas)
            throws SQLException, InterruptedException, IOException {
        var random = new Random(KILLS);
        int kills = 0;
        long memory = 0;
        Instant nextKill = Instant.now().plusSeconds(4);
        Instant moved = Instant.now();
        String last = "";
        try (Connection connection = database.connect(OURS);
                var statement = connection.createStatement()) {
            while (true) {
                for (Service replica : replicas) {
                    memory = Math.max(memory, Usage.memoryMb(replica.process()));
                }
                String state = state(statement);
                if (state.startsWith("DONE false ")) {
                    return memory;
                }
                moved = state.equals(last) ? moved : Instant.now();
                last = state;
                if (moved.plus(QUIET_MOST).isBefore(Instant.now())) {
                    throw new IllegalStateException("nothing moves: " + state);
                }
                if (kills < KILLS && Instant.now().isAfter(nextKill)) {
                    replicas.get(random.nextInt(replicas.size())).killAndStartAgain();
                    kills++;
                    nextKill = Instant.now().plusMillis(5_000 + random.nextInt(8_000));
                    say("killed, %d of %d, at %s", kills, KILLS, state);
                }
                Thread.sleep(200);
            }
        }
    }

    /** The run, whether an order is open, and something that moves; cheap, since it is asked while we measure. */
    private static String state(java.sql.Statement statement) throws SQLException {
        try (var rows = statement.executeQuery("""
                SELECT coalesce((SELECT state FROM due_run WHERE date = '2026-12-22'), 'NONE') || ' '
                       || ((SELECT attend_at FROM rail_order WHERE state IN ('PLACED', 'SENT')
                            ORDER BY attend_at LIMIT 1) IS NOT NULL) || ' '
                       || coalesce((SELECT max(position) FROM outbox_event), 0)
                """)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static void awaitDelivered(Database database, Instant began) throws SQLException, InterruptedException {
        while (!database.ask(OURS, """
                        SELECT (SELECT max(position) FROM outbox_event) - (SELECT min(position) FROM outbox_subscription)
                               + (SELECT count(*) FROM (SELECT FROM outbox_delivery WHERE state = 'PENDING' LIMIT 1) x)
                        """).equals("0")) {
            Thread.sleep(500);
        }
        say("all events delivered after %.1f s", secondsSince(began));
    }

    private static void check(Database database, int loans) throws SQLException {
        Set<String> all = new HashSet<>();
        for (String one : List.of(BARE, STEPS, OURS)) {
            String sums = database.ask(one, Database.script("check.sql"));
            say("%-6s %s", one, sums);
            all.add(sums);
            String books = database.ask(one, Database.script("books.sql"));
            if (!books.equals(BOOKS_RIGHT)) {
                throw new IllegalStateException("the books of " + one + " are wrong: " + books);
            }
        }
        if (all.size() > 1 || !all.iterator().next().startsWith(loans + " " + (loans - loans / 50) + " ")) {
            throw new IllegalStateException("they disagree");
        }
        say("all agree to the fen, and the books balance");
    }

    private static void print(int loans, Figures bare, Figures steps, Figures ours) {
        say(
                "%-8s %10s %8s %8s %14s %14s %14s %10s",
                "", "seconds", "x bare", "x steps", "PostgreSQL us", "service us", "rail us", "memory MB");
        line(BARE, loans, bare, bare, steps);
        line(STEPS, loans, steps, bare, steps);
        line(OURS, loans, ours, bare, steps);
    }

    private static void line(String name, int loans, Figures figures, Figures bare, Figures steps) {
        say(
                "%-8s %10.1f %8.2f %8.2f %14.1f %14.1f %14.1f %10d",
                name,
                figures.seconds(),
                figures.seconds() / bare.seconds(),
                figures.seconds() / steps.seconds(),
                1000.0 * figures.postgresMillis() / loans,
                1000.0 * figures.serviceMillis() / loans,
                1000.0 * figures.railMillis() / loans,
                figures.memoryMb());
    }

    private static void await(Surroundings around, int port) throws InterruptedException {
        Instant began = Instant.now();
        while (!around.isReady(port)) {
            if (began.plus(START_MOST).isBefore(Instant.now())) {
                throw new IllegalStateException("the service does not start; see its log");
            }
            Thread.sleep(500);
        }
    }

    /** The rail and the neighbours are in this process. */
    private static long railMillis() {
        return ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .orElse(Duration.ZERO)
                .toMillis();
    }

    private static String id(int number) {
        return "01900000-0000-7000-8000-%012x".formatted(number);
    }

    private static double secondsSince(Instant began) {
        return Duration.between(began, Instant.now()).toMillis() / 1000.0;
    }

    private static int setting(String name, int usual) {
        String value = System.getenv(name);
        return value == null || value.isBlank() ? usual : Integer.parseInt(value);
    }

    private static void say(String text, Object... values) {
        System.out.println(text.formatted(values));
    }
}
