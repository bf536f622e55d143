package io.anju.kit.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.anju.kit.crypto.FieldCipher;
import io.anju.kit.problem.Problem;
import io.anju.kit.problem.ProblemException;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The stored answers of commands, by key; encrypted, since an answer may hold personal data. */
@ApplicationScoped
class IdempotencyKeys {

    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

    private final ObjectMapper json;
    private final FieldCipher cipher;

    IdempotencyKeys(ObjectMapper json, FieldCipher cipher) {
        this.json = json;
        this.cipher = cipher;
    }

    /**
     * Reserves the key until the transaction ends.
     *
     * @return the stored answer, when this very request was answered before
     */
    Uni<Optional<Reply>> claim(Tx tx, IdempotencyRequest.Key key) {
        return tx.select("select pg_try_advisory_xact_lock(hashtextextended($1, 0))", key.scope() + " " + key.key())
                .invoke(locked -> {
                    if (!Boolean.TRUE.equals(locked.getFirst()[0])) {
                        throw new ProblemException(Problem.of(409, "IDEMPOTENCY_IN_FLIGHT"));
                    }
                })
                .flatMap(locked -> tx.select(
                        "select body_sha256, status, headers, body from idempotency_key where scope = $1 and key = $2",
                        key.scope(),
                        key.key()))
                .map(rows -> stored(rows, key));
    }

    private Optional<Reply> stored(List<@Nullable Object[]> rows, IdempotencyRequest.Key key) {
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        var row = rows.getFirst();
        if (!key.bodySha256().equals(row[0])) {
            throw new ProblemException(Problem.of(422, "IDEMPOTENCY_KEY_REUSED"));
        }
        return Optional.of(new Reply(
                (Integer) row[1], open(Objects.requireNonNull((String) row[3]), key), headers((String) row[2])));
    }

    Uni<Void> keep(Tx tx, IdempotencyRequest.Key key, Reply reply) {
        return tx.update(
                        """
                        insert into idempotency_key (scope, key, body_sha256, status, headers, body)
                        values ($1, $2, $3, $4, $5, $6)
                        """,
                        key.scope(),
                        key.key(),
                        key.bodySha256(),
                        reply.status(),
                        write(reply.headers()),
                        seal(write(reply.body()), key))
                .replaceWithVoid();
    }

    private String seal(String body, IdempotencyRequest.Key key) {
        return cipher.encryptToText(body, context(key));
    }

    private static String context(IdempotencyRequest.Key key) {
        return "idempotency_key " + key.scope();
    }

    private @Nullable Object open(String sealed, IdempotencyRequest.Key key) {
        var body = cipher.decryptText(sealed, context(key));
        try {
            var tree = json.readTree(body);
            return tree.isNull() ? null : tree;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, String> headers(@Nullable String text) {
        try {
            return json.readValue(text, HEADERS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private String write(@Nullable Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
