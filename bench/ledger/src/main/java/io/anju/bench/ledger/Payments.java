package io.anju.bench.ledger;

import io.anju.bench.kit.Server;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * One payment: the rail's signed callback that confirms a debit, over HTTP into the running service; the peer is pgbench
 * with the same statements on the same rows, which trusts whoever calls and computes nothing.
 */
final class Payments {

    private static final int CLIENTS = LedgerBench.setting("CLIENTS", 32);
    private static final int SECONDS = LedgerBench.setting("SECS", 5);
    private static final int ROUNDS = LedgerBench.setting("ROUNDS", 5);
    /** Rounds that do not count: the service starts cold. */
    private static final int WARM_UP = LedgerBench.setting("WARM_UP", 4);

    /** Payments that one client can make in one slice; more than it can. */
    private static final int SHARE = SECONDS * 100;

    private static final Pattern TPS = Pattern.compile("tps = ([0-9.]+)");

    private Payments() {}

    static void compare(Server server) throws Exception {
        int slice = CLIENTS * SHARE;
        // Warm-up and rounds of both, no payment made twice.
        int slices = 2 * (WARM_UP + ROUNDS);
        server.run("payments.sql", Map.of("payments", Integer.toString(slices * slice)));
        Map<String, List<Double>> rates = new LinkedHashMap<>();
        try (Service service = Service.start(server)) {
            for (int round = 0; round < WARM_UP + ROUNDS; round++) {
                double peer = pgbench(server, 2 * round * slice);
                double ours = service.load(CLIENTS, SECONDS, (2 * round + 1) * slice, SHARE);
                if (round >= WARM_UP) {
                    rates.computeIfAbsent("pgbench", name -> new ArrayList<>()).add(peer);
                    rates.computeIfAbsent("anju callback", name -> new ArrayList<>())
                            .add(ours);
                }
            }
        }
        check(server);
        System.out.printf("%none payment, %d clients", CLIENTS);
        LedgerBench.print("payments/s", "pgbench", rates);
    }

    private static double pgbench(Server server, int first) throws IOException, InterruptedException {
        Path script = Files.createTempFile("payment", ".pgbench");
        Files.writeString(script, Server.resource("payment.pgbench"));
        var command = List.of(
                "pgbench",
                "-h",
                server.host(),
                "-p",
                Integer.toString(server.port()),
                "-U",
                server.name(),
                "-n",
                "-M",
                "prepared",
                "-f",
                script.toString(),
                "-c",
                Integer.toString(CLIENTS),
                "-j",
                "2",
                "-T",
                Integer.toString(SECONDS),
                "-D",
                "n=0",
                "-D",
                "first=" + first,
                "-D",
                "share=" + SHARE,
                server.name());
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("PGPASSWORD", "postgres");
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        Files.delete(script);
        var tps = TPS.matcher(said);
        if (process.waitFor() != 0 || !tps.find()) {
            throw new IllegalStateException("pgbench: " + said);
        }
        return Double.parseDouble(tps.group(1));
    }

    /** Every confirmed order is one transfer, one paid bill, one announcement. */
    private static void check(Server server) throws Exception {
        long paid = server.ask("SELECT count(*) FROM rail_order WHERE state = 'SUCCEEDED'");
        for (String same : List.of(
                "SELECT count(*) FROM transfer t JOIN rail_order o ON o.reference = t.idempotency_key"
                        + " WHERE o.state = 'SUCCEEDED'",
                "SELECT count(*) FROM bill WHERE state = 'PAID'",
                "SELECT count(*) FROM loan_event WHERE kind = 'InstalmentPaid'",
                "SELECT count(*) FROM outbox_event WHERE type = 'anju.instalment.paid.v1'")) {
            long found = server.ask(same);
            if (found != paid) {
                throw new IllegalStateException(found + " instead of " + paid + ": " + same);
            }
        }
    }
}
