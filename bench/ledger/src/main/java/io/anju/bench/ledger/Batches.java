package io.anju.bench.ledger;

import io.anju.bench.kit.Server;
import io.anju.kernel.result.Result;
import io.anju.kit.id.Ids;
import io.anju.kit.tx.PgTx;
import io.anju.repayment.ledger.Ledger;
import io.anju.repayment.ledger.model.LoanPostings;
import io.anju.repayment.ledger.model.Receipt;
import io.anju.repayment.ledger.model.Transfer;
import io.anju.repayment.ledger.model.TransferKind;
import io.anju.repayment.ledger.store.Journals;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.pgclient.PgBuilder;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Instalments posted in batches, a batch a transaction: ours by {@code Ledger.postAll}, the peer by one {@code UNNEST}
 * statement that writes the same rows into tables without triggers.
 */
final class Batches implements AutoCloseable {

    private static final Receipt PARTS = new Receipt(0, 0, 291_667, 157_378);
    private static final int LOANS = LedgerBench.setting("NACC", 100_000);
    private static final int BATCH = LedgerBench.setting("BATCH", 1_000);
    private static final String UNNEST = Server.resource("unnest.sql");

    private final Vertx vertx = Vertx.vertx();
    private final Pool pool;
    private final Ledger ledger = new Ledger(Journals.postgres());
    private final Ids ids = new Ids();
    private final LocalDate today = LocalDate.now(io.anju.kit.time.BusinessClock.ZONE);

    private Batches(Pool pool) {
        this.pool = pool;
    }

    static Batches prepare(Server server, int clients) throws Exception {
        server.run("accounts.sql", Map.of("loans", Integer.toString(LOANS)));
        return new Batches(PgBuilder.pool()
                .with(new PoolOptions().setMaxSize(clients))
                .connectingTo(new PgConnectOptions()
                        .setHost(server.host())
                        .setPort(server.port())
                        .setUser(server.name())
                        .setPassword("postgres")
                        .setDatabase(server.name())
                        .setCachePreparedStatements(true))
                .build());
    }

    /** The two side by side, round by round; then whether both wrote the same. */
    static void compare(Server server) throws Exception {
        int seconds = LedgerBench.setting("SECS", 5);
        int clients = LedgerBench.setting("BATCH_CLIENTS", 1);
        Map<String, List<Double>> rates = new LinkedHashMap<>();
        try (Batches batches = prepare(server, clients)) {
            // Both warm before either counts.
            double unused = batches.anju(clients, 2) + batches.unnest(clients, 2);
            for (int round = 0; round < LedgerBench.setting("ROUNDS", 5); round++) {
                rates.computeIfAbsent("unnest", name -> new ArrayList<>()).add(batches.unnest(clients, seconds));
                rates.computeIfAbsent("anju postAll", name -> new ArrayList<>()).add(batches.anju(clients, seconds));
            }
        }
        check(server);
        System.out.printf("%nbatches of %d transfers, %d client(s), %d accounts", BATCH, clients, LOANS);
        LedgerBench.print("transfers/s", "unnest", rates);
    }

    private static void check(Server server) throws Exception {
        for (String schema : List.of("public", "peer")) {
            long wrong = server.ask("""
                    SELECT count(*) FROM (
                        SELECT 1 FROM %1$s.account a LEFT JOIN %1$s.entry e ON e.account_id = a.id
                        WHERE a.balance IS NOT NULL GROUP BY a.id
                        HAVING a.balance <> a.side * coalesce(sum(e.amount), 0)) w
                    """.formatted(schema))
                    + server.ask("SELECT abs(sum(amount))::bigint FROM " + schema + ".entry");
            if (wrong != 0) {
                throw new IllegalStateException("the books of " + schema + " are wrong");
            }
        }
    }

    /** Transfers per second of ours. */
    double anju(int clients, int seconds) {
        return run(clients, seconds, connection -> {
            List<Transfer> transfers =
                    IntStream.range(0, BATCH).mapToObj(i -> transfer()).toList();
            return ledger.postAll(new PgTx(connection), transfers)
                    .invoke(answers -> answers.forEach(Batches::expectPosted))
                    .replaceWithVoid();
        });
    }

    private double unnest(int clients, int seconds) {
        return run(
                clients,
                seconds,
                connection -> connection
                        .preparedQuery(UNNEST)
                        .execute(Tuple.of(
                                IntStream.range(0, BATCH)
                                        .mapToObj(i -> ids.next())
                                        .toArray(UUID[]::new),
                                IntStream.range(0, BATCH)
                                        .mapToObj(i -> UUID.randomUUID().toString())
                                        .toArray(String[]::new),
                                IntStream.range(0, BATCH).mapToObj(i -> loan()).toArray(UUID[]::new)))
                        .replaceWithVoid());
    }

    private double run(int clients, int seconds, Function<SqlConnection, Uni<Void>> batch) {
        long start = System.nanoTime();
        long end = start + seconds * 1_000_000_000L;
        var done = new AtomicLong();
        Uni.join()
                .all(IntStream.range(0, clients)
                        .mapToObj(client -> again(end, done, batch))
                        .toList())
                .andFailFast()
                .await()
                .indefinitely();
        return done.get() * BATCH / ((System.nanoTime() - start) / 1e9);
    }

    private Uni<Void> again(long end, AtomicLong done, Function<SqlConnection, Uni<Void>> batch) {
        return pool.withTransaction(batch)
                .map(nothing -> done.incrementAndGet())
                .repeat()
                .whilst(count -> System.nanoTime() < end)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Transfer transfer() {
        return LoanPostings.receipt(
                ids.next(),
                UUID.randomUUID().toString(),
                TransferKind.INSTALMENT,
                loan(),
                today,
                "INSTALMENT 1",
                PARTS);
    }

    private static UUID loan() {
        return new UUID(
                0x7000L, 0x8000_000000000001L + ThreadLocalRandom.current().nextInt(LOANS));
    }

    private static void expectPosted(Result<?, ?> answer) {
        if (!(answer instanceof Result.Ok<?, ?>)) {
            throw new IllegalStateException(answer.toString());
        }
    }

    @Override
    public void close() {
        pool.closeAndAwait();
        vertx.closeAndAwait();
    }
}
