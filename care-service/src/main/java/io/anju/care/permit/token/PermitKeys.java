package io.anju.care.permit.token;

import io.anju.kit.crypto.FieldCipher;
import io.anju.kit.failure.SurvivedFailures;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/**
 * The keys of permits, kept in the database so that every replica signs with the same one and the next key is a row
 * away; read again every minute.
 */
@ApplicationScoped
class PermitKeys {

    private record Keys(Optional<EllipticCurveJsonWebKey> signing, List<JsonWebKey> published) {}

    private final Pool pool;
    private final FieldCipher cipher;
    private final SurvivedFailures failures;
    private volatile Keys keys = new Keys(Optional.empty(), List.of());

    PermitKeys(Pool pool, FieldCipher cipher, SurvivedFailures failures) {
        this.pool = pool;
        this.cipher = cipher;
        this.failures = failures;
    }

    /** The key that signs; empty only before the database was first reached. */
    Optional<EllipticCurveJsonWebKey> signing() {
        return keys.signing();
    }

    /** Public halves of all keys. */
    List<JsonWebKey> published() {
        return keys.published();
    }

    void start(@Observes StartupEvent event) {
        failures.need("getting the permit keys", makeFirst().chain(this::refresh));
    }

    @Scheduled(every = "60s", delayed = "60s")
    Uni<Void> keepFresh() {
        return failures.survive("reading the permit keys again", refresh());
    }

    private Uni<Void> makeFirst() {
        var key = generate();
        var sealed = cipher.encrypt(key.toJson(OutputControlLevel.INCLUDE_PRIVATE), context(key.getKeyId()));
        return pool.preparedQuery("""
                        insert into permit_key (id, public_jwk, sealed_private_jwk) values ($1, $2, $3)
                        on conflict do nothing
                        """)
                .execute(Tuple.of(
                        key.getKeyId(),
                        key.toJson(OutputControlLevel.PUBLIC_ONLY),
                        io.vertx.core.buffer.Buffer.buffer(sealed)))
                .replaceWithVoid();
    }

    private Uni<Void> refresh() {
        return pool.query("select id, public_jwk, sealed_private_jwk, retired_at from permit_key order by created_at")
                .execute()
                .map(rows -> StreamSupport.stream(rows.spliterator(), false).toList())
                .invoke(rows -> keys = new Keys(
                        rows.stream()
                                .filter(row -> row.getOffsetDateTime("retired_at") == null)
                                .map(this::open)
                                .findFirst(),
                        rows.stream()
                                .map(row -> parse(row.getString("public_jwk")))
                                .toList()))
                .replaceWithVoid();
    }

    private EllipticCurveJsonWebKey open(Row row) {
        var sealed = row.getBuffer("sealed_private_jwk").getBytes();
        return (EllipticCurveJsonWebKey) parse(cipher.decrypt(sealed, context(row.getString("id"))));
    }

    private static String context(String keyId) {
        return "permit_key " + keyId;
    }

    private static EllipticCurveJsonWebKey generate() {
        try {
            var key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
            key.setKeyId(UUID.randomUUID().toString());
            key.setUse("sig");
            key.setAlgorithm("ES256");
            return key;
        } catch (JoseException e) {
            throw new IllegalStateException("a permit key could not be made", e);
        }
    }

    private static JsonWebKey parse(String jwk) {
        try {
            return JsonWebKey.Factory.newJwk(jwk);
        } catch (JoseException e) {
            throw new IllegalStateException("a permit key cannot be read", e);
        }
    }
}
