package io.anju.bench.ledger;

import io.anju.kit.crypto.Keysets;
import java.io.BufferedInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** repayment-service as a process of its own, and the rail that calls it back, connection by connection. */
final class Service implements AutoCloseable {

    private static final String SECRET = "callbacks-of-a-benchmark";
    private static final String CALLBACK =
            "{\"transactionId\":\"rail-1\",\"reference\":\"%s\",\"kind\":\"DEBIT\",\"state\":\"SUCCEEDED\",\"amount\":449045}";

    private final Process process;
    private final int port;

    private Service(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static Service start(Server server) throws Exception {
        int port;
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        Path folder = Files.createTempDirectory("bench-ledger");
        Path jar = Path.of(System.getProperty("bench.root"), "repayment-service/target/quarkus-app/quarkus-run.jar");
        var builder = new ProcessBuilder(
                System.getProperty("java.home") + "/bin/java", "-Xmx512m", "-XX:+UseSerialGC", "-jar", jar.toString());
        var settings = builder.environment();
        settings.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        settings.put("QUARKUS_LOG_CONSOLE_JSON_ENABLED", "false");
        settings.put("QUARKUS_LOG_LEVEL", "WARN");
        settings.put("QUARKUS_DATASOURCE_USERNAME", Server.RUNTIME);
        settings.put("QUARKUS_DATASOURCE_PASSWORD", "postgres");
        settings.put("QUARKUS_DATASOURCE_JDBC_URL", server.url(Server.RUNTIME));
        settings.put(
                "QUARKUS_DATASOURCE_REACTIVE_URL", server.url(Server.RUNTIME).replace("jdbc:", ""));
        settings.put("QUARKUS_DATASOURCE_REACTIVE_MAX_SIZE", "32");
        settings.put("QUARKUS_FLYWAY_MIGRATE_AT_START", "false");
        // Neither rounds nor announcements while we measure.
        settings.put("QUARKUS_SCHEDULER_ENABLED", "false");
        settings.put("ANJU_ENVIRONMENT", "development");
        settings.put("ANJU_KEYS_DEVELOPMENT", "true");
        settings.put("ANJU_CRYPTO_KEYSET_FILE", write(folder, "keyset.json", Keysets.generate("a benchmark")));
        settings.put("ANJU_SERVICE_KEY_FILE", write(folder, "client.key.pem", privateKey()));
        settings.put("ANJU_RAIL_CALLBACK_SECRET_FILE", write(folder, "callback.secret", SECRET));
        Process process = builder.redirectErrorStream(true)
                .redirectOutput(new File(folder.toFile(), "service.log"))
                .start();
        var service = new Service(process, port);
        service.awaitReady(folder.resolve("service.log"));
        return service;
    }

    private void awaitReady(Path log) throws Exception {
        for (int tries = 0; tries < 600 && process.isAlive(); tries++) {
            try (var socket = new Socket("127.0.0.1", port)) {
                send(socket, "GET /q/health/started HTTP/1.1\r\nHost: localhost\r\n\r\n");
                if (status(new BufferedInputStream(socket.getInputStream())) == 200) {
                    return;
                }
            } catch (IOException notYet) {
                Thread.sleep(100);
            }
        }
        throw new IllegalStateException("the service did not start: " + Files.readString(log));
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
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.setTcpNoDelay(true);
            var in = new BufferedInputStream(socket.getInputStream());
            for (int i = from + 1; i <= to && System.nanoTime() < end; i++) {
                send(socket, request("instalment-00000000-0000-7000-9000-%012d-1-1".formatted(i)));
                int status = status(in);
                if (status != 204) {
                    throw new IllegalStateException("answered " + status + " for payment " + i);
                }
                done++;
            }
        }
        return done;
    }

    private static String request(String reference) throws Exception {
        String body = CALLBACK.formatted(reference);
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        String signature = HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        return "POST /callbacks/rail HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nX-Signature: sha256="
                + signature + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
    }

    private static void send(Socket socket, String request) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(request.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    /** Reads one answer, body and all. */
    private static int status(InputStream in) throws IOException {
        String head = line(in);
        int length = 0;
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            if (header.toLowerCase(java.util.Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(header.substring(15).strip());
            }
        }
        in.skipNBytes(length);
        return Integer.parseInt(head.split(" ")[1]);
    }

    private static String line(InputStream in) throws IOException {
        var text = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("hung up");
            }
            text.append((char) c);
        }
        return text.toString().strip();
    }

    private static String privateKey() throws Exception {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'})
                        .encodeToString(generator.generateKeyPair().getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
    }

    private static String write(Path folder, String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, text);
        return file.toString();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }
}
