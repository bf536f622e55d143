package io.anju.testkit.environment;

import io.anju.kit.crypto.Keysets;
import io.anju.sandbox.Sandbox;
import io.anju.sandbox.SandboxConfig;
import io.anju.testkit.openapi.DocumentedAnswers;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager.TestInjector.MatchesType;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/**
 * Everything around a service under test: {@code @QuarkusTest @WithTestResource(AnjuEnvironment.class)}.
 *
 * <p>With {@code initArgs = @ResourceArg(name = AnjuEnvironment.TWO_ROLES, value = "")} the service runs as a role that
 * owns nothing, as in production, and only Flyway as the owner; without, both are PostgreSQL's superuser.
 *
 * <p>PostgreSQL is real and empty; the outside world is the sandbox; the other services are {@link Neighbours}. Test
 * fields of the types {@link Neighbours} and {@link Outside} are filled in.
 */
public final class AnjuEnvironment implements QuarkusTestResourceLifecycleManager {

    /** Name of the argument that keeps the running service from owning its tables. */
    public static final String TWO_ROLES = "two-roles";

    private static final Duration LOOK_EVERY = Duration.ofMillis(25);
    private static final String OWNER = "postgres";
    private static final String RUNTIME = "service";
    private static final String CALLBACK_SECRET = "callbacks-of-a-test-run";
    private static final String WALLET_SECRET = "the-wallet's-callbacks-of-a-test-run";
    private static final String REGISTRY_SECRET = "the-registry's-callbacks-of-a-test-run";
    private static final List<String> PORTS =
            List.of("sms", "id-registry", "bureau", "property-registry", "card-network", "rail", "wallet");

    private boolean twoRoles;
    private @Nullable EmbeddedPostgres postgres;
    private @Nullable Neighbours neighbours;
    private @Nullable Sandbox sandbox;
    private @Nullable TestFolder keys;
    private @Nullable TestFolder profile;

    @Override
    public void init(Map<String, String> args) {
        twoRoles = args.containsKey(TWO_ROLES);
    }

    @Override
    public Map<String, String> start() {
        try {
            postgres = EmbeddedPostgres.builder().start();
            neighbours = new Neighbours();
            sandbox = Sandbox.start(SandboxConfig.inMemory(CALLBACK_SECRET, WALLET_SECRET, REGISTRY_SECRET));
            var settings = new HashMap<String, String>();
            addDatabase(settings, postgres.getPort());
            if (twoRoles) {
                separateRoles(settings, postgres);
            }
            addNeighbours(settings, neighbours.url());
            PORTS.forEach(port -> settings.put("anju." + port + ".url", sandboxUrl()));
            keys = TestFolder.create("anju-test");
            addKeys(settings, keys);
            settings.put("quarkus.http.test-port", "0");
            return settings;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void separateRoles(Map<String, String> settings, EmbeddedPostgres postgres) throws SQLException {
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("CREATE ROLE " + RUNTIME + " LOGIN PASSWORD '" + RUNTIME + "'");
        }
        settings.put("quarkus.datasource.username", RUNTIME);
        settings.put("quarkus.datasource.password", RUNTIME);
        settings.put("quarkus.flyway.username", OWNER);
        settings.put("quarkus.flyway.password", OWNER);
    }

    private static void addDatabase(Map<String, String> settings, int port) {
        settings.put("quarkus.datasource.username", OWNER);
        settings.put("quarkus.datasource.password", OWNER);
        settings.put("quarkus.datasource.jdbc.url", "jdbc:postgresql://localhost:" + port + "/postgres");
        settings.put("quarkus.datasource.reactive.url", "postgresql://localhost:" + port + "/postgres");
    }

    private static void addNeighbours(Map<String, String> settings, String url) {
        for (var service : List.of("identity", "loan", "contract", "repayment", "care")) {
            settings.put("anju." + service + ".url", url);
        }
        settings.put("anju.issuer", TestTokens.ISSUER);
    }

    private static void addKeys(Map<String, String> settings, TestFolder folder) {
        settings.put(
                "anju.crypto.keyset-file",
                folder.write("keysets.json", Keysets.generate("a test run")).toString());
        settings.put(
                "anju.service.key-file",
                folder.write("service.pem", newPrivateKey()).toString());
        settings.put(
                "anju.rail.callback-secret-file",
                folder.write("callback-secret", CALLBACK_SECRET).toString());
        settings.put(
                "anju.wallet.callback-secret-file",
                folder.write("wallet-callback-secret", WALLET_SECRET).toString());
        settings.put(
                "anju.property-registry.callback-secret-file",
                folder.write("registry-callback-secret", REGISTRY_SECRET).toString());
    }

    private static String newPrivateKey() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            var key = generator.generateKeyPair().getPrivate().getEncoded();
            return "-----BEGIN PRIVATE KEY-----\n"
                    + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key)
                    + "\n-----END PRIVATE KEY-----\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private String sandboxUrl() {
        return "http://localhost:" + (sandbox == null ? 0 : sandbox.port());
    }

    @Override
    public void inject(TestInjector injector) {
        DocumentedAnswers.install();
        profile = TestFolder.ofProfile().orElse(profile);
        // Most of what tests wait for comes in some hundredths of a second; by itself Awaitility looks after a tenth.
        Awaitility.setDefaultPollDelay(Duration.ZERO);
        Awaitility.setDefaultPollInterval(LOOK_EVERY);
        injector.injectIntoFields(neighbours, new MatchesType(Neighbours.class));
        injector.injectIntoFields(
                new Outside(sandboxUrl(), CALLBACK_SECRET, WALLET_SECRET, REGISTRY_SECRET),
                new MatchesType(Outside.class));
    }

    @Override
    public void stop() {
        try {
            if (sandbox != null) {
                sandbox.close();
            }
            if (neighbours != null) {
                neighbours.close();
            }
            if (postgres != null) {
                postgres.close();
            }
            if (keys != null) {
                keys.close();
            }
            if (profile != null) {
                profile.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
