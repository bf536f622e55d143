package io.anju.identity.oauth;

import io.anju.identity.oauth.model.ClientKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The clients and their public keys, read from the folder when first asked for. */
@ApplicationScoped
class Clients {

    private static final String SERVICES =
            "identity-service,loan-service,contract-service,repayment-service,care-service,gateway";

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{1,63}");

    /** A known client. */
    record Client(String id, ClientKind kind, PublicKey key) {}

    private final Map<String, Client> known = new ConcurrentHashMap<>();
    private final Path folder;
    private final Set<String> services;

    /**
     * @param folder one {@code <client-id>.pub.pem} per client that authenticates by {@code private_key_jwt}
     * @param services clients that are services of ours; every other one with a key is a partner agency
     */
    Clients(
            @ConfigProperty(name = "anju.identity.clients-dir") Path folder,
            @ConfigProperty(name = "anju.identity.services", defaultValue = SERVICES) Set<String> services) {
        this.folder = folder;
        this.services = Set.copyOf(services);
    }

    Set<String> services() {
        return services;
    }

    /** Empty for an id that has no key here. The id is checked first, so that it cannot name another file. */
    Optional<Client> find(String id) {
        return ID.matcher(id).matches() ? Optional.ofNullable(known.computeIfAbsent(id, this::read)) : Optional.empty();
    }

    private @org.jspecify.annotations.Nullable Client read(String id) {
        Path file = folder.resolve(id + ".pub.pem");
        if (!Files.isReadable(file)) {
            return null;
        }
        try {
            return new Client(
                    id, services.contains(id) ? ClientKind.SERVICE : ClientKind.AGENCY, key(Files.readString(file)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file.getFileName(), e);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException(file.getFileName() + " is no P-256 public key in PEM", e);
        }
    }

    private static PublicKey key(String pem) throws GeneralSecurityException {
        // RFC 7468 §2: text before and after the boundaries is passed over.
        String base64 = pem.replaceAll("(?s)^.*-----BEGIN PUBLIC KEY-----|-----END PUBLIC KEY-----.*$", "")
                .replaceAll("\\s", "");
        return KeyFactory.getInstance("EC")
                .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(base64)));
    }
}
