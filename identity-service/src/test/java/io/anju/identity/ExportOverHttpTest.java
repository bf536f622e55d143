package io.anju.identity;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.anju.identity.export.ExportStore;
import io.anju.identity.export.model.Part;
import io.anju.identity.sql.Sql;
import io.anju.kit.tx.Transactions;
import io.anju.kit.tx.Tx;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ExportOverHttpTest extends ExportTestBase {

    @Inject
    ExportStore store;

    @Inject
    Transactions transactions;

    @Test
    void asksForAVerification() {
        person().registered()
                .request()
                .header("Idempotency-Key", UUID.randomUUID())
                .post(PATH)
                .then()
                .statusCode(401)
                .body("code", equalTo("VERIFICATION_REQUIRED"));
    }

    @Test
    void showsACopyToNobodyElse() {
        String path = made(person().registered());
        var other = person().registered();

        other.request().get(path).then().statusCode(404);
        other.request().get(path + "/data").then().statusCode(404);
        other.request().get(PATH).then().body("items", hasSize(0));
    }

    @Test
    void takesACopyAwayWhenItsTimeIsOver() {
        var customer = person().registered();
        String path = made(customer);
        String id = path.substring(path.lastIndexOf('/') + 1);
        sql(
                "UPDATE export_job SET expires_at = $2 WHERE id = $1",
                UUID.fromString(id),
                OffsetDateTime.parse("2026-01-01T00:00:00Z"));

        customer.request().get(path + "/data").then().statusCode(410).body("code", equalTo("EXPORT_EXPIRED"));
        Awaitility.await().until(() -> {
            runner.run().await().indefinitely();
            return count("SELECT count(*) FROM export_part WHERE export_id = $1", UUID.fromString(id)) == 0;
        });
        customer.request().get(path).then().body("state", equalTo("GONE"));
    }

    @Test
    void goesOnAfterTheLastPartThatADeadProcessLeftBehind() {
        var customer = person().registered();
        var id = UUID.randomUUID();
        sql("""
                INSERT INTO export_job (id, customer_id, language, requested_at, state, leased_until)
                VALUES ($1, $2, 'en', now(), 'GATHERING', now() + interval '1 hour')""", id, customer.id);
        sql("INSERT INTO export_part VALUES ($1, 'NOTICES', 'left behind'::bytea)", id);
        String path = PATH + "/" + id;
        runner.run().await().indefinitely();
        customer.request().get(path).then().body("state", equalTo("GATHERING")).body("done", equalTo(1));
        customer.request().get(path + "/data").then().statusCode(409).body("code", equalTo("EXPORT_NOT_READY"));

        sql("UPDATE export_job SET leased_until = now() WHERE id = $1", id);
        awaitReady(customer, path);

        assertEquals(
                1,
                count(
                        "SELECT count(*) FROM export_part WHERE export_id = $1 AND content_sealed = 'left behind'::bytea",
                        id));
        assertEquals(Part.values().length, count("SELECT count(*) FROM export_part WHERE export_id = $1", id));
    }

    @Test
    void keepsNoCopyInClearAndNoneAfterErasure() {
        var customer = person().bound();
        String path = made(customer);
        var id = UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
        assertEquals(
                0,
                count(
                        "SELECT count(*) FROM export_part WHERE export_id = $1"
                                + " AND position(convert_to($2, 'UTF8') IN content_sealed) > 0",
                        id,
                        customer.phone));
        neighbours.answer("/internal/customers/" + customer.id + "/ties", "{\"ties\":[]}");

        customer.request()
                .header(
                        "Verification-Token",
                        customer.verify("privacy.erase", "/api/v1/me/erasure", "identity-service", ""))
                .header("Idempotency-Key", UUID.randomUUID())
                .post("/api/v1/me/erasure")
                .then()
                .statusCode(201);

        assertEquals(0, count("SELECT count(*) FROM export_job WHERE id = $1", id));
        customer.request().get(path + "/data").then().statusCode(404);
    }

    @Test
    void beginsNoneForWhomAnErasureCameBefore() {
        var customer = person().bound();
        String token = customer.verify("privacy.export", PATH, "identity-service", "");
        sql("UPDATE customer SET erased_at = now(), phone_hash = NULL WHERE id = $1", customer.id);

        ask(customer, token).then().statusCode(401);

        assertEquals(0, count("SELECT count(*) FROM export_job WHERE customer_id = $1", customer.id));
    }

    @Test
    void oneThatNoKeyCanSealIsGivenUp() {
        var customer = person().registered();
        sql(
                "UPDATE data_key SET key_sealed = NULL, destroyed_at = now() WHERE customer_id = $1 AND kind = 'CONTACT'",
                customer.id);
        sql("""
                INSERT INTO export_job (id, customer_id, language, requested_at, state)
                VALUES (gen_random_uuid(), $1, 'en', now(), 'GATHERING')""", customer.id);

        Awaitility.await().until(() -> {
            runner.run().await().indefinitely();
            return count("SELECT count(*) FROM export_job WHERE customer_id = $1", customer.id) == 0;
        });
    }

    @Test
    void oneThatFailsWaitsBehindThoseThatAskedSince() {
        var failing = person().registered();
        var waiting = person().registered();
        var past = Instant.parse("2000-01-01T00:00:00Z");

        var leased = transactions
                .run(tx -> job(tx, failing, past, past.plusSeconds(5))
                        .chain(() -> job(tx, waiting, past.plusSeconds(2), null))
                        .chain(() -> store.lease(tx, past.plusSeconds(10), past.plusSeconds(11))))
                .await()
                .indefinitely();

        assertEquals(waiting.id, leased.orElseThrow().opening().customerId());
    }

    private static Uni<Void> job(Tx tx, TestPerson customer, Instant requested, Instant leasedUntil) {
        return Sql.write(tx, """
                INSERT INTO export_job (id, customer_id, language, requested_at, state, leased_until)
                VALUES (gen_random_uuid(), $1, 'en', $2, 'GATHERING', $3)""", customer.id, requested, leasedUntil);
    }

    @Test
    void askedAgainWhileOneIsUnderWayItIsThatOne() {
        var customer = person().bound();
        var id = UUID.randomUUID();
        sql("""
                INSERT INTO export_job (id, customer_id, language, requested_at, state, leased_until)
                VALUES ($1, $2, 'en', now(), 'GATHERING', now() + interval '1 hour')""", id, customer.id);

        ask(customer, customer.verify("privacy.export", PATH, "identity-service", ""))
                .then()
                .statusCode(202)
                .body("id", equalTo(id.toString()));
    }
}
