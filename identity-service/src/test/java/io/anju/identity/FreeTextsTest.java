package io.anju.identity;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.anju.identity.freetext.SealingFreeTexts;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What people write may name them: a dump of the tables does not show it, their owner sees it. */
@QuarkusTest
class FreeTextsTest extends ExportTestBase {

    private static final String NAMED = "欧阳明月的手机";

    @Inject
    SealingFreeTexts sealing;

    @Test
    void areNotInTheTablesInClear() {
        var customer = person().bound();
        rename(customer, NAMED);

        assertEquals(1, passkeys(customer, "name IS NULL AND name_sealed IS NOT NULL"));
        assertEquals(0, passkeys(customer, "passkey::text LIKE '%欧阳%'"));
        assertEquals(0, count("SELECT count(*) FROM session WHERE person_id = $1 AND device_name <> '-'", customer.id));
        customer.request().get("/api/v1/passkeys").then().body("items.name", hasItem(NAMED));
    }

    @Test
    void ofTheVersionBeforeAreReadAndSealed() {
        var customer = person().bound();
        sql("UPDATE passkey SET name = $2, name_sealed = NULL WHERE person_id = $1", customer.id, NAMED);
        sql("UPDATE session SET device_name = $2, device_name_sealed = NULL WHERE person_id = $1", customer.id, NAMED);
        var recovery = UUID.randomUUID();
        sql("""
                INSERT INTO account_recovery (id, customer_id, face_reference, papers, proposed_by, proposed_at, expires_at, state)
                SELECT $1, $2, 'face-18', 'household register', min(id::text)::uuid, now(), now(), 'PROPOSED'
                FROM staff_member""", recovery, customer.id);
        seesTheirOwn(customer);

        sealing.round().await().indefinitely();

        assertEquals(0, passkeys(customer, "name IS NOT NULL"));
        assertEquals(
                0, count("SELECT count(*) FROM session WHERE person_id = $1 AND device_name IS NOT NULL", customer.id));
        assertEquals(0, count("SELECT count(*) FROM account_recovery WHERE id = $1 AND papers IS NOT NULL", recovery));
        seesTheirOwn(customer);
        customer.request()
                .get(made(customer) + "/data")
                .then()
                .body("parts.PASSKEYS[0].name", equalTo(NAMED))
                .body("parts.SESSIONS.device", hasItem(NAMED))
                .body("parts.RECOVERIES[0].papers", equalTo("household register"))
                .body("parts.RECOVERIES[0].keySet()", not(hasItem("sealed")));
    }

    private static void seesTheirOwn(TestPerson customer) {
        customer.request().get("/api/v1/passkeys").then().body("items.name", hasItem(NAMED));
        customer.request().get("/api/v1/me/sessions").then().body("items.deviceName", hasItem(NAMED));
    }

    private static void rename(TestPerson customer, String name) {
        String passkey = customer.request().get("/api/v1/passkeys").path("items[0].id");
        customer.request()
                .contentType(ContentType.JSON)
                .body(Map.of("name", name))
                .patch("/api/v1/passkeys/" + passkey)
                .then()
                .statusCode(200);
    }

    private long passkeys(TestPerson customer, String condition) {
        return count("SELECT count(*) FROM passkey WHERE person_id = $1 AND " + condition, customer.id);
    }
}
