package io.anju.contract.evidence.store;

import io.anju.contract.evidence.LogKey;
import io.anju.contract.evidence.LogKeys;
import io.anju.contract.evidence.model.NoteKey;
import io.anju.kit.crypto.FieldCipher;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The log's key in the database, its private half encrypted with the service's keyset. */
@ApplicationScoped
class PgLogKeys implements LogKeys {
    private static final String ADD =
            "insert into evidence_key (name, public_key, private_key) values ($1, $2, $3) on conflict (name) do nothing";
    private static final String GET = "select public_key, private_key from evidence_key where name = $1";

    private final Pool pool;
    private final FieldCipher cipher;
    private final Map<String, LogKey> known = new ConcurrentHashMap<>();

    PgLogKeys(Pool pool, FieldCipher cipher) {
        this.pool = pool;
        this.cipher = cipher;
    }

    @Override
    public Uni<LogKey> get(String origin) {
        LogKey key = known.get(origin);
        return key != null ? Uni.createFrom().item(key) : read(origin).invoke(read -> known.put(origin, read));
    }

    private Uni<LogKey> read(String origin) {
        return pool.preparedQuery(GET)
                .execute(Tuple.of(origin))
                .flatMap(rows -> rows.size() == 1
                        ? Uni.createFrom().item(key(origin, rows.iterator().next()))
                        : add(origin).chain(() -> read(origin)));
    }

    private Uni<Void> add(String origin) {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            byte[] sealed = cipher.encryptBytes(pair.getPrivate().getEncoded(), context(origin));
            return pool.preparedQuery(ADD)
                    .execute(Tuple.of(
                            origin,
                            Buffer.buffer(NoteKey.of(origin, pair.getPublic()).publicKey()),
                            Buffer.buffer(sealed)))
                    .replaceWithVoid();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has Ed25519", e);
        }
    }

    private LogKey key(String origin, Row row) {
        try {
            byte[] clear = cipher.decryptBytes(row.getBuffer(1).getBytes(), context(origin));
            return new LogKey(
                    new NoteKey(origin, row.getBuffer(0).getBytes()),
                    KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(clear)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the log's key cannot be read", e);
        }
    }

    private static String context(String origin) {
        return "evidence_key/" + origin;
    }
}
