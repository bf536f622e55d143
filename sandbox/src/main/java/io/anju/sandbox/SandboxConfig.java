package io.anju.sandbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a sandbox is set up.
 *
 * @param host the address to listen at
 * @param port the port to listen at; 0 picks a free one
 * @param dataFolder where money, bindings, registrations and the business date are kept; absent: forgotten at the end
 * @param callbackSecret the key of the rail's callback signatures
 * @param walletSecret the key of the wallet's signatures in both directions; another institution, another key
 * @param registrySecret the key of the property registry's callback signatures, for the same reason its own
 * @param decideMillis how long the rail and the property registry take to decide, in milliseconds
 * @param transactionsMost how many transactions the rail keeps
 * @param kmsToken what callers of the KMS show; empty: it lets nobody in
 */
public record SandboxConfig(
        String host,
        int port,
        @Nullable Path dataFolder,
        byte[] callbackSecret,
        byte[] walletSecret,
        byte[] registrySecret,
        int decideMillis,
        int transactionsMost,
        byte[] kmsToken) {
    private static final String SECRET_FILE = "anju.rail.callback-secret-file";
    private static final String WALLET_SECRET_FILE = "anju.wallet.callback-secret-file";
    private static final String REGISTRY_SECRET_FILE = "anju.property-registry.callback-secret-file";

    private static final String KMS_TOKEN_FILE = "anju.kms.token-file";

    private static final int SECRET_LEAST = 16;

    /** One whose KMS lets nobody in. */
    public SandboxConfig(
            String host,
            int port,
            @Nullable Path dataFolder,
            byte[] callbackSecret,
            byte[] walletSecret,
            byte[] registrySecret,
            int decideMillis,
            int transactionsMost) {
        this(
                host,
                port,
                dataFolder,
                callbackSecret,
                walletSecret,
                registrySecret,
                decideMillis,
                transactionsMost,
                new byte[0]);
    }

    /** A sandbox for one test: any free port, nothing kept, quick decisions. */
    public static SandboxConfig inMemory(String callbackSecret, String walletSecret, String registrySecret) {
        return new SandboxConfig(
                "127.0.0.1",
                0,
                null,
                callbackSecret.getBytes(StandardCharsets.UTF_8),
                walletSecret.getBytes(StandardCharsets.UTF_8),
                registrySecret.getBytes(StandardCharsets.UTF_8),
                20,
                5_000_000,
                kmsToken(callbackSecret).getBytes(StandardCharsets.UTF_8));
    }

    /** What callers of the KMS of {@link #inMemory} show. */
    public static String kmsToken(String callbackSecret) {
        return "the-kms's:" + callbackSecret;
    }

    /** The same for a test that looks at no signature of the wallet's or the registry's. */
    public static SandboxConfig inMemory(String callbackSecret) {
        return inMemory(callbackSecret, "the-wallet's:" + callbackSecret, "the-registry's:" + callbackSecret);
    }

    /** The same at another folder. */
    public SandboxConfig keptIn(Path folder) {
        return new SandboxConfig(
                host,
                port,
                folder,
                callbackSecret,
                walletSecret,
                registrySecret,
                decideMillis,
                transactionsMost,
                kmsToken);
    }

    /**
     * Reads properties, or the environment under the same names in upper case with underscores: {@code sandbox.host} (127.0.0.1), {@code sandbox.port}
     * (8090), {@code sandbox.data-dir} (none), {@code sandbox.decide-millis} (100), {@code sandbox.transactions-most} (5000000),
     * {@code anju.rail.callback-secret-file}, {@code anju.wallet.callback-secret-file} and
     * {@code anju.property-registry.callback-secret-file} (required; white space at the ends of their text does not count),
     * {@code anju.kms.token-file} (none: the KMS lets nobody in).
     */
    static SandboxConfig read(Map<?, ?> properties, Map<String, String> environment) throws IOException {
        var settings = new Settings(properties, environment);
        var folder = settings.find("sandbox.data-dir");
        return new SandboxConfig(
                settings.text("sandbox.host", "127.0.0.1"),
                settings.number("sandbox.port", 8090),
                folder == null ? null : Path.of(folder),
                settings.secret(SECRET_FILE),
                settings.secret(WALLET_SECRET_FILE),
                settings.secret(REGISTRY_SECRET_FILE),
                settings.number("sandbox.decide-millis", 100),
                settings.number("sandbox.transactions-most", 5_000_000),
                settings.find(KMS_TOKEN_FILE) == null ? new byte[0] : settings.secret(KMS_TOKEN_FILE));
    }

    private record Settings(Map<?, ?> properties, Map<String, String> environment) {
        @Nullable
        String find(String name) {
            var property = properties.get(name);
            var value = property != null
                    ? property.toString()
                    : environment.get(name.replaceAll("[.-]", "_").toUpperCase(Locale.ROOT));
            return value == null || value.isBlank() ? null : value.strip();
        }

        String text(String name, String absent) {
            var found = find(name);
            return found == null ? absent : found;
        }

        byte[] secret(String name) throws IOException {
            var file = find(name);
            if (file == null) {
                throw new IllegalArgumentException("set " + name + " to the file with the secret");
            }
            var secret = Files.readString(Path.of(file)).strip();
            if (secret.length() < SECRET_LEAST) {
                throw new IllegalArgumentException("the secret in " + file + " is shorter than 16 characters");
            }
            return secret.getBytes(StandardCharsets.UTF_8);
        }

        int number(String name, int absent) {
            var found = text(name, Integer.toString(absent));
            if (!found.matches("[0-9]{1,9}")) {
                throw new IllegalArgumentException(name + " is not a whole number: " + found);
            }
            return Integer.parseInt(found);
        }
    }
}
