package io.anju.bench.kit;

import io.anju.kit.crypto.Keysets;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/**
 * A service as a process of its own, on a database of {@link Server}, as the role that owns nothing there. Neither its
 * rounds nor its announcements run while we measure.
 */
public final class ServiceProcess implements AutoCloseable {

    private static final int TRIES = 600;
    private static final int PAUSE_MILLIS = 100;
    private static final int LINE = 64;

    private final Process process;
    private final int port;

    private ServiceProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /**
     * Starts it and waits until it is ready.
     *
     * @param module the service's folder in the repository, which the property {@code bench.root} names
     * @param folder where its key set ({@code keyset.json}) and its log are put
     * @param more settings of this service, as environment variables
     */
    public static ServiceProcess start(Server server, String module, Path folder, Map<String, String> more)
            throws Exception {
        int port = freePort();
        Path jar = Path.of(System.getProperty("bench.root"), module, "target/quarkus-app/quarkus-run.jar");
        var builder = new ProcessBuilder(
                System.getProperty("java.home") + "/bin/java",
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-jar",
                jar.toString());
        builder.environment().putAll(settings(server, port, folder));
        builder.environment().putAll(more);
        Path log = folder.resolve("service.log");
        Process process =
                builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
        var service = new ServiceProcess(process, port);
        service.awaitReady(log);
        return service;
    }

    private static Map<String, String> settings(Server server, int port, Path folder) throws Exception {
        var settings = new HashMap<String, String>();
        settings.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        settings.put("QUARKUS_LOG_CONSOLE_JSON_ENABLED", "false");
        settings.put("QUARKUS_LOG_LEVEL", "WARN");
        settings.put("QUARKUS_DATASOURCE_USERNAME", server.name());
        settings.put("QUARKUS_DATASOURCE_PASSWORD", Server.PASSWORD);
        settings.put("QUARKUS_DATASOURCE_JDBC_URL", server.url(server.name()));
        settings.put(
                "QUARKUS_DATASOURCE_REACTIVE_URL", server.url(server.name()).replace("jdbc:", ""));
        settings.put("QUARKUS_DATASOURCE_REACTIVE_MAX_SIZE", "32");
        settings.put("QUARKUS_FLYWAY_MIGRATE_AT_START", "false");
        settings.put("QUARKUS_SCHEDULER_ENABLED", "false");
        settings.put("ANJU_ENVIRONMENT", "development");
        settings.put("ANJU_KEYS_DEVELOPMENT", "true");
        settings.put(
                "ANJU_CRYPTO_KEYSET_FILE",
                write(folder, "keyset.json", Keysets.generate("a benchmark")).toString());
        settings.put(
                "ANJU_SERVICE_KEY_FILE",
                write(
                                folder,
                                "client.key.pem",
                                pem("PRIVATE KEY", keyPair().getPrivate().getEncoded()))
                        .toString());
        return settings;
    }

    private void awaitReady(Path log) throws Exception {
        for (int tries = 0; tries < TRIES && process.isAlive(); tries++) {
            try (var connection = new Connection(port)) {
                if (connection.get("/q/health/started").status() == 200) {
                    return;
                }
            } catch (IOException notYet) {
                Thread.sleep(PAUSE_MILLIS);
            }
        }
        close();
        throw new IllegalStateException("the service did not start: " + Files.readString(log));
    }

    public int port() {
        return port;
    }

    public ProcessHandle process() {
        return process.toHandle();
    }

    /** A port that nobody listens on at the moment. */
    public static int freePort() throws IOException {
        try (var free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    /** A new P-256 key pair. */
    public static KeyPair keyPair() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    public static String pem(String kind, byte[] encoded) {
        return "-----BEGIN " + kind + "-----\n"
                + Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(encoded)
                + "\n-----END " + kind + "-----\n";
    }

    public static Path write(Path folder, String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }
}
