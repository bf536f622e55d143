package io.anju.kit.crypto;

import com.google.crypto.tink.Aead;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/**
 * The command that wraps keys at rest by a key in a KMS, run from a service's image:
 *
 * <pre>
 * java -cp 'lib/main/*' io.anju.kit.crypto.WrapKeys new-master-key FILE   a new master key of identity-service, wrapped
 * java -cp 'lib/main/*' io.anju.kit.crypto.WrapKeys wrap FILE             key sets or a master key, in clear or wrapped
 * </pre>
 *
 * <p>{@code wrap} of what is wrapped wraps it anew, under the newest version of the key. The KMS is that of {@code
 * ANJU_KMS_URL}, {@code ANJU_KMS_KEY} and {@code ANJU_KMS_TOKEN_FILE}. The file is replaced as a whole or not at all.
 */
public final class WrapKeys {

    private static final int KEY_BYTES = 32;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private WrapKeys() {}

    public static void main(String[] arguments) throws IOException, GeneralSecurityException {
        run(arguments, new Kms(settings(System.getenv())));
    }

    static void run(String[] arguments, Aead kms) throws IOException, GeneralSecurityException {
        if (arguments.length != 2) {
            throw new IllegalArgumentException("say new-master-key FILE, or wrap FILE");
        }
        var file = Path.of(arguments[1]);
        switch (arguments[0]) {
            case "new-master-key" -> {
                if (Files.exists(file)) {
                    throw new IllegalArgumentException(file + " is there already");
                }
                replace(file, new WrappingKey(Optional.of(kms)).wrap(random()));
            }
            case "wrap" -> replace(file, wrapped(Files.readString(file), kms));
            default -> throw new IllegalArgumentException("there is no command " + arguments[0]);
        }
    }

    private static String wrapped(String text, Aead kms) throws GeneralSecurityException {
        if (text.strip().startsWith("{")) {
            return Keysets.wrap(text, kms);
        }
        var key = new WrappingKey(Optional.of(kms));
        return key.wrap(
                WrappingKey.isWrapped(text)
                        ? key.unwrap(text)
                        : Base64.getDecoder().decode(text.strip()));
    }

    private static byte[] random() {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return key;
    }

    private static void replace(Path file, String text) throws IOException {
        var folder = file.toAbsolutePath().getParent();
        var fresh = Files.createTempFile(
                folder,
                ".keys",
                "",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(fresh, text);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static Kms.Settings settings(Map<String, String> environment) {
        return new Kms.Settings(
                URI.create(set(environment, "ANJU_KMS_URL")),
                set(environment, "ANJU_KMS_KEY"),
                Path.of(set(environment, "ANJU_KMS_TOKEN_FILE")),
                PATIENCE);
    }

    private static String set(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name))
                .orElseThrow(() -> new IllegalArgumentException("set " + name));
    }
}
