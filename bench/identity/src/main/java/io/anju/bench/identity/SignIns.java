package io.anju.bench.identity;

import io.anju.bench.kit.Server;
import io.anju.bench.kit.ServiceProcess;
import io.anju.identity.risk.store.RiskStores;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Signing in by passkey over HTTP, opened and proved; beside one bare verification of a signature and the same
 * statements, one after the other, by a bare client.
 */
final class SignIns {

    private static final Pattern NAME = Pattern.compile("(?<!:):([a-zA-Z]+)");

    /** A statement, and what it takes in order of its parameters. */
    private record Statement(String sql, List<String> names) {

        static Statement of(String text) {
            List<String> names = new ArrayList<>();
            String sql = NAME.matcher(text).replaceAll(found -> {
                if (!names.contains(found.group(1))) {
                    names.add(found.group(1));
                }
                return "\\$" + (names.indexOf(found.group(1)) + 1);
            });
            return new Statement(sql, names);
        }
    }

    private static final List<Statement> STATEMENTS = java.util.Arrays.stream(
                    Server.resource("sign-in.sql").split(";;"))
            .map(text -> Statement.of(text.strip()))
            .toList();

    private SignIns() {}

    static void compare(Server server, Identity identity, List<Phones.Phone> phones) throws Exception {
        List<Cost> ours = new ArrayList<>();
        List<Cost> bare = new ArrayList<>();
        try (var sql = new BareSql(server, Clients.COUNT)) {
            var people = people(server);
            for (int round = -IdentityBench.WARM_UP; round < IdentityBench.ROUNDS; round++) {
                Cost database = Cost.of(ProcessHandle.current(), server.process(), () -> bare(sql, people));
                Cost service = Cost.of(identity.process(), server.process(), () -> ours(identity, phones));
                if (round >= 0) {
                    bare.add(database);
                    ours.add(service);
                }
            }
        }
        print(Cost.median(ours), Cost.median(bare), verifications());
    }

    private static long ours(Identity identity, List<Phones.Phone> phones) throws Exception {
        return Clients.run(identity.port(), IdentityBench.SECONDS, (connection, client, turn) -> {
            var unused = Phones.signIn(connection, phones.get((client + turn * Clients.COUNT) % phones.size()));
        });
    }

    private record Person(UUID id, byte[] credential) {}

    private static List<Person> people(Server server) throws Exception {
        List<Person> people = new ArrayList<>();
        try (var database = server.connect(server.name());
                var sql = database.createStatement();
                var rows = sql.executeQuery("SELECT person_id, credential_id FROM passkey k JOIN data_key d"
                        + " ON d.customer_id = k.person_id")) {
            while (rows.next()) {
                people.add(new Person((UUID) rows.getObject(1), rows.getBytes(2)));
            }
        }
        return people;
    }

    private static long bare(BareSql sql, List<Person> people) {
        long end = System.nanoTime() + IdentityBench.SECONDS * 1_000_000_000L;
        var done = new AtomicLong();
        Uni.join()
                .all(IntStream.range(0, Clients.COUNT)
                        .mapToObj(client -> sql.pool()
                                .withConnection(connection -> Uni.createFrom()
                                        .deferred(() -> once(connection, people.get((int)
                                                (done.incrementAndGet() * 7919 % people.size()))))
                                        .repeat()
                                        .whilst(nothing -> System.nanoTime() < end)
                                        .collect()
                                        .last()))
                        .toList())
                .andFailFast()
                .await()
                .indefinitely();
        return done.get();
    }

    private static Uni<Boolean> once(SqlConnection connection, Person person) {
        var now = OffsetDateTime.now(ZoneOffset.UTC);
        UUID decision = BareSql.IDS.next();
        Map<String, Object> values = Map.ofEntries(
                Map.entry("signIn", BareSql.IDS.next()),
                Map.entry("challenge", decision.toString()),
                Map.entry("now", now),
                Map.entry("later", now.plusMinutes(5)),
                Map.entry("credential", Buffer.buffer(person.credential())),
                Map.entry("person", person.id()),
                Map.entry("subject", "person:" + person.id()),
                Map.entry("decision", decision),
                Map.entry("trace", BareSql.TRACE),
                Map.entry("session", BareSql.IDS.next()),
                Map.entry("token", Buffer.buffer(decision + "-" + decision)));
        Uni<Boolean> all = Uni.createFrom().item(true);
        for (Statement statement : STATEMENTS) {
            all = all.flatMap(before -> switch (statement.sql()) {
                case "GATHER" -> run(connection, RiskStores.GATHER, BareSql.gather(person.id(), null, now));
                case "KEEP" -> run(connection, RiskStores.KEEP, BareSql.keep(decision, person.id(), now));
                default ->
                    run(
                            connection,
                            statement.sql(),
                            Tuple.from(statement.names().stream()
                                    .map(name -> Objects.requireNonNull(values.get(name), name))
                                    .toList()));
            });
        }
        return all;
    }

    private static Uni<Boolean> run(SqlConnection connection, String sql, Tuple arguments) {
        return connection.preparedQuery(sql).execute(arguments).replaceWith(true);
    }

    /** Microseconds of CPU of one verification. */
    private static Map<String, Double> verifications() throws Exception {
        var pair = ServiceProcess.keyPair();
        byte[] message = new byte[69];
        Map<String, Double> micros = new LinkedHashMap<>();
        for (var provider : Raw.providers().entrySet()) {
            byte[] signed = Raw.sign(provider.getValue(), pair.getPrivate(), message);
            micros.put(
                    provider.getKey(),
                    Raw.micros(() -> Raw.verify(provider.getValue(), pair.getPublic(), message, signed)));
        }
        return micros;
    }

    private static void print(Cost ours, Cost bare, Map<String, Double> verifications) {
        System.out.printf(
                "%nsign-ins by passkey, %d clients; the bare client sends %d statements%n",
                Clients.COUNT, STATEMENTS.size());
        System.out.println(Cost.line("contender", "per second", "CPU us", "PG CPU us"));
        System.out.println(line("statements, bare client", bare));
        System.out.println(line("anju", ours));
        System.out.println();
        System.out.println(Cost.line("limit", "verify us", "both us", "anju x both"));
        verifications.forEach((name, micros) -> System.out.println(Cost.line(
                "statements and verify, " + name,
                "%.0f".formatted(micros),
                "%.0f".formatted(micros + bare.micros()),
                "%.2f".formatted(ours.micros() / (micros + bare.micros())))));
    }

    private static String line(String name, Cost cost) {
        return Cost.line(
                name,
                "%.0f".formatted(cost.perSecond()),
                "%.0f".formatted(cost.cpuMicros()),
                "%.0f".formatted(cost.postgresMicros()));
    }
}
