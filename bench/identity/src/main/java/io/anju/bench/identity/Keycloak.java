package io.anju.bench.identity;

import io.anju.bench.kit.Connection;
import io.anju.bench.kit.Server;
import io.anju.bench.kit.ServiceProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jose4j.jwk.PublicJsonWebKey;

/**
 * Keycloak as its distribution comes, in production mode on the same PostgreSQL: plain HTTP, a local cache, ES256, no
 * user events. One realm, with a client that proves itself by {@code private_key_jwt} and one by a secret.
 */
final class Keycloak implements AutoCloseable {

    static final String SECRET_CLIENT = "by-secret";
    static final String SECRET = "bench-client";
    static final String TOKENS = "/realms/bench/protocol/openid-connect/token";

    private static final String DATABASE = "keycloak";
    private static final int TRIES = 3_000;
    private static final int PAUSE_MILLIS = 100;

    private final Process process;
    private final int port;

    private Keycloak(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** The folder of the distribution; {@code run.sh} fetches it. */
    static Path home() {
        return Path.of(System.getProperty("bench.keycloak"));
    }

    static Keycloak start(Server server, Identity identity) throws Exception {
        try (var admin = server.connect("postgres");
                var sql = admin.createStatement()) {
            boolean unused = sql.execute("DROP DATABASE IF EXISTS " + DATABASE + " WITH (FORCE)")
                    | sql.execute("CREATE DATABASE " + DATABASE + " OWNER " + server.name() + "_owner");
        }
        int port = ServiceProcess.freePort();
        Files.createDirectories(home().resolve("data/import"));
        Path realm = ServiceProcess.write(home().resolve("data/import"), "bench-realm.json", realm(identity));
        Path log = Files.createTempFile("bench-keycloak", ".log");
        build(log);
        var keycloak = new Keycloak(
                process(log, settings(server, port), "start", "--optimized", "--import-realm")
                        .start(),
                port);
        keycloak.awaitReady(log, realm);
        return keycloak;
    }

    /** Once for each folder, as its manual says of production. */
    private static void build(Path log) throws IOException, InterruptedException {
        Path built = home().resolve("data/built");
        if (Files.exists(built)) {
            return;
        }
        if (process(log, Map.of(), "build", "--db=postgres", "--health-enabled=true")
                        .start()
                        .waitFor()
                != 0) {
            throw new IllegalStateException("Keycloak cannot be built: " + Files.readString(log));
        }
        Path unused = Files.createFile(built);
    }

    private static ProcessBuilder process(Path log, Map<String, String> settings, String... arguments) {
        List<String> command =
                new ArrayList<>(List.of(home().resolve("bin/kc.sh").toString()));
        command.addAll(Arrays.asList(arguments));
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(settings);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return builder;
    }

    private static Map<String, String> settings(Server server, int port) {
        return Map.of(
                "KC_DB_URL", server.url(DATABASE),
                "KC_DB_USERNAME", server.name() + "_owner",
                "KC_DB_PASSWORD", Server.PASSWORD,
                "KC_HTTP_ENABLED", "true",
                "KC_HTTP_HOST", "127.0.0.1",
                "KC_HTTP_PORT", Integer.toString(port),
                "KC_HOSTNAME_STRICT", "false",
                "KC_CACHE", "local",
                "JAVA_OPTS_KC_HEAP", "-Xms256m -Xmx1g");
    }

    private static String realm(Identity identity) throws Exception {
        var jwk = PublicJsonWebKey.Factory.newPublicJwk(identity.client().getPublic());
        jwk.setKeyId("1");
        jwk.setAlgorithm("ES256");
        jwk.setUse("sig");
        return Server.resource("keycloak-realm.json")
                .replace(":client", Identity.CLIENT)
                .replace(":keys", ("{\"keys\":[" + jwk.toJson() + "]}").replace("\"", "\\\""))
                .replace(":other", SECRET_CLIENT)
                .replace(":secret", SECRET);
    }

    private void awaitReady(Path log, Path realm) throws Exception {
        for (int tries = 0; tries < TRIES && process.isAlive(); tries++) {
            try (var connection = new Connection(port)) {
                if (connection.get("/realms/bench").status() == 200) {
                    Files.delete(realm);
                    return;
                }
            } catch (IOException notYet) {
                // Waited for below.
            }
            Thread.sleep(PAUSE_MILLIS);
        }
        close();
        throw new IllegalStateException("Keycloak did not start: " + Files.readString(log));
    }

    int port() {
        return port;
    }

    ProcessHandle process() {
        return process.toHandle();
    }

    /** As it says itself; what an assertion is for. */
    String issuer() {
        return "http://localhost/realms/bench";
    }

    @Override
    public void close() throws InterruptedException {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        int unused = process.waitFor();
    }
}
