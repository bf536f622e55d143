package io.anju.bench.identity;

import io.anju.bench.kit.Server;
import io.anju.identity.risk.Ask;
import io.anju.identity.risk.Decider;
import io.anju.identity.risk.Risk;
import io.anju.identity.risk.Where;
import io.anju.identity.risk.model.Act;
import io.anju.identity.risk.model.Lifted;
import io.anju.identity.risk.store.RiskStores;
import io.anju.kit.time.SystemClock;
import io.anju.kit.tx.PgTx;
import io.smallrye.mutiny.Uni;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.IntFunction;
import org.HdrHistogram.Histogram;

/**
 * Risk decisions arriving at a fixed rate: inside the service (a transaction that gathers, asks the rules and keeps), and
 * the same statements by a bare client with nothing between them.
 */
final class Decisions implements AutoCloseable {

    private static final int RATE = IdentityBench.setting("RATE", 500);
    private static final int PEOPLE = IdentityBench.setting("PEOPLE", 50_000);
    private static final int HISTORY = IdentityBench.setting("HISTORY", 1_000_000);

    /** Sixteen is what the service has by itself. */
    private static final int CONNECTIONS = IdentityBench.setting("CONNECTIONS", 16);

    private static final long AMOUNT = 1_000_000;

    private final BareSql sql;
    private final Risk risk;

    private Decisions(Server server, Identity identity) {
        this.sql = new BareSql(server, CONNECTIONS);
        this.risk = Decider.of(identity.cipher(), SystemClock.of(sql.vertx()));
    }

    static void populate(Server server) throws Exception {
        server.run(
                "population.sql",
                Map.of(
                        "people", Integer.toString(PEOPLE),
                        "history", Integer.toString(HISTORY),
                        "signals", BareSql.SIGNALS.encode(),
                        "rules", BareSql.RULES.encode()));
    }

    /** The contenders side by side, round by round. */
    static void compare(Server server, Identity identity) throws Exception {
        Map<String, List<Histogram>> times = new LinkedHashMap<>();
        Map<String, List<Cost>> costs = new LinkedHashMap<>();
        try (var decisions = new Decisions(server, identity)) {
            Map<String, IntFunction<Uni<?>>> contenders = new LinkedHashMap<>();
            contenders.put("bare", i -> decisions.bare());
            contenders.put("decide", i -> decisions.decide());
            for (int round = -IdentityBench.WARM_UP; round < IdentityBench.ROUNDS; round++) {
                for (var contender : contenders.entrySet()) {
                    var slice = new ArrayList<Histogram>();
                    var cost = Cost.of(ProcessHandle.current(), server.process(), () -> {
                        slice.add(OpenLoop.run(RATE, IdentityBench.SECONDS, contender.getValue()));
                        return slice.getFirst().getTotalCount();
                    });
                    if (round >= 0) {
                        times.computeIfAbsent(contender.getKey(), name -> new ArrayList<>())
                                .addAll(slice);
                        costs.computeIfAbsent(contender.getKey(), name -> new ArrayList<>())
                                .add(cost);
                    }
                }
            }
        }
        print(times, costs);
    }

    private Uni<?> decide() {
        int person = 1 + ThreadLocalRandom.current().nextInt(PEOPLE);
        UUID id = id(person);
        var ask = new Ask(
                BareSql.IDS.next(),
                id,
                "repayment.prepay",
                Act.of("repayment.prepay", true, 50_000_000, false),
                "/api/v1/loans/1",
                new Ask.Claim(AMOUNT, true),
                Where.inSession(Optional.of(session(id)), address(person)));
        return sql.pool()
                .withTransaction(connection -> risk.decide(
                        new PgTx(connection),
                        ask,
                        (tx, held) -> Uni.createFrom().item(Lifted.NONE)));
    }

    private static UUID id(int person) {
        return new UUID(0x7000L, 0xa000_0000_0000_0000L | Long.parseLong(Integer.toString(person), 16));
    }

    private static UUID session(UUID person) {
        return IdentityBench.md5("session" + person);
    }

    private static String address(int person) {
        return "10.%d.%d.7".formatted(person % 100, person % 250);
    }

    private Uni<?> bare() {
        UUID person = id(1 + ThreadLocalRandom.current().nextInt(PEOPLE));
        UUID session = session(person);
        var now = OffsetDateTime.now(ZoneOffset.UTC);
        return sql.pool()
                .withTransaction(connection -> connection
                        .preparedQuery(RiskStores.GATHER)
                        .execute(BareSql.gather(person, session, now))
                        .flatMap(rows -> connection
                                .preparedQuery(RiskStores.KEEP)
                                .execute(BareSql.keep(BareSql.IDS.next(), person, now))));
    }

    private static void print(Map<String, List<Histogram>> times, Map<String, List<Cost>> costs) {
        System.out.printf(
                "%nrisk decisions, %d a second arriving, %,d people, %,d decisions before%n", RATE, PEOPLE, HISTORY);
        System.out.println(
                Cost.line("contender", "per second", "p50 ms", "p99 ms", "p99.9 ms", "CPU us", "PG CPU us", "x bare"));
        double bare = Cost.median(costs.getOrDefault("bare", List.of())).micros();
        times.forEach((name, slices) -> {
            var all = new Histogram(OpenLoop.DIGITS);
            slices.forEach(all::add);
            Cost cost = Cost.median(costs.getOrDefault(name, List.of()));
            System.out.println(Cost.line(
                    name,
                    "%.0f".formatted(cost.perSecond()),
                    millis(all, 50),
                    millis(all, 99),
                    millis(all, 99.9),
                    "%.0f".formatted(cost.cpuMicros()),
                    "%.0f".formatted(cost.postgresMicros()),
                    "%.2f".formatted(cost.micros() / bare)));
        });
    }

    private static String millis(Histogram times, double percentile) {
        return "%.2f".formatted(times.getValueAtPercentile(percentile) / 1e6);
    }

    @Override
    public void close() {
        sql.close();
    }
}
