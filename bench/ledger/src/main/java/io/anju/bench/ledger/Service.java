package io.anju.bench.ledger;

import io.anju.bench.kit.Connection;
import io.anju.bench.kit.Server;
import io.anju.bench.kit.ServiceProcess;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** repayment-service as a process of its own, and the rail that calls it back, connection by connection. */
final class Service implements AutoCloseable {

    private static final String SECRET = "callbacks-of-a-benchmark";
    private static final String CALLBACK =
            "{\"transactionId\":\"rail-1\",\"reference\":\"%s\",\"kind\":\"DEBIT\",\"state\":\"SUCCEEDED\",\"amount\":449045}";

    private final ServiceProcess process;

    private Service(ServiceProcess process) {
        this.process = process;
    }

    static Service start(Server server) throws Exception {
        Path folder = Files.createTempDirectory("bench-ledger");
        Path secret = ServiceProcess.write(folder, "callback.secret", SECRET);
        var settings = Map.of(
                "ANJU_RAIL_CALLBACK_SECRET_FILE",
                secret.toString(),
                // Its loans are due long since: a run would bill them beside the payments.
                "ANJU_DUE_RUN_AUTOMATIC",
                "false");
        return new Service(ServiceProcess.start(server, "repayment-service", folder, settings));
    }

    /** Callbacks per second, each client over its own connection with its own share of the payments. */
    double load(int clients, int seconds, int first, int share) throws Exception {
        long start = System.nanoTime();
        long end = start + seconds * 1_000_000_000L;
        List<Callable<Integer>> work = new ArrayList<>();
        for (int client = 0; client < clients; client++) {
            int from = first + client * share;
            work.add(() -> confirm(from, from + share, end));
        }
        long done = 0;
        try (var threads = Executors.newFixedThreadPool(clients)) {
            for (var client : threads.invokeAll(work)) {
                done += client.get();
            }
        }
        return done / ((System.nanoTime() - start) / 1e9);
    }

    private int confirm(int from, int to, long end) throws Exception {
        int done = 0;
        try (var connection = new Connection(process.port())) {
            for (int i = from + 1; i <= to && System.nanoTime() < end; i++) {
                confirm(connection, "instalment-00000000-0000-7000-9000-%012d-1-1".formatted(i));
                done++;
            }
        }
        return done;
    }

    private static void confirm(Connection connection, String reference) throws Exception {
        String body = CALLBACK.formatted(reference);
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        String signature = HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        String unused = connection
                .post(
                        "/callbacks/rail",
                        "Content-Type: application/json\r\nX-Signature: sha256=" + signature + "\r\n",
                        body)
                .expect(204);
    }

    @Override
    public void close() throws InterruptedException {
        process.close();
    }
}
