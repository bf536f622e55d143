package io.anju.identity;

import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.anju.identity.export.ExportPage;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is in a copy. */
@QuarkusTest
class ExportContentTest extends ExportTestBase {

    @Test
    void givesACustomerEverythingThatIsKeptOfThem() {
        var customer = person().verified();
        customer.decide("ANALYTICS", "", "REFUSED").then().statusCode(201);

        String path = made(customer);

        customer.request()
                .get(path + "/data")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .header("Content-Disposition", containsString("attachment"))
                .body("parts.ACCOUNT[0].phone", equalTo(customer.phone))
                .body("parts.ACCOUNT[0].name", equalTo("张三"))
                .body("parts.ACCOUNT[0].idNumber", notNullValue())
                .body("parts.NOTICES", hasSize(1))
                .body("parts.CONSENTS.decision", hasItem("REFUSED"))
                .body("parts.SESSIONS", hasSize(1))
                .body("parts.PROOFS.act", hasItem("privacy.export"))
                .body("parts.ELSEWHERE.service", hasItem("loan-service"))
                .body("parts.ELSEWHERE.where", hasItem("POST /api/v1/appeals"));
    }

    @Test
    void givesWhatOfficersAndTheRulesHaveMadeOfThem() {
        var customer = person().bound();
        var loan = UUID.randomUUID();
        failOnTheirDevices(customer, 8);
        RiskTestBase.open(customer, "/api/v1/loans/" + loan, 1_000).then().statusCode(403);
        sql("DELETE FROM risk_failure");
        sql("""
                INSERT INTO phone_change (id, customer_id, opened_at, expires_at, completed_at)
                VALUES ($1, $2, now(), now(), now())""", UUID.randomUUID(), customer.id);
        sql("""
                INSERT INTO account_recovery (id, customer_id, face_reference, papers, proposed_by, proposed_at, expires_at, state)
                SELECT $1, $2, 'face-17', 'household register', min(id::text)::uuid, now(), now(), 'PROPOSED'
                FROM staff_member""", UUID.randomUUID(), customer.id);
        sql(
                "INSERT INTO complaint_audit VALUES ($1, $1, $2, 'OPENED', 'SERVICE', now())",
                UUID.randomUUID(),
                customer.id);
        sql("INSERT INTO wallet_audit VALUES ($1, $1, $2, 'LINKED', now())", UUID.randomUUID(), customer.id);
        sql("""
                INSERT INTO access_record (id, customer_id, reader, reader_kind, purpose, fields, read_at, resource_kind, resource_id)
                VALUES ($1, $2, 'somebody', 'STAFF', 'APPLICATION_REVIEW', '{APPLICATION}', now(), 'application', $3)""", UUID.randomUUID(), customer.id, loan);

        customer.request()
                .get(made(customer) + "/data")
                .then()
                .statusCode(200)
                .body("parts.RISK_DECISIONS.reason", hasItem(containsString("24 hours")))
                .body("parts.RISK_DECISIONS.score", hasItem(notNullValue()))
                .body("parts.RISK_DECISIONS[0].contributions", notNullValue())
                .body("parts.HOLDS[0].act", equalTo("repayment.prepay"))
                .body("parts.HOLDS[0].amountFen", equalTo(1_000))
                .body("parts.HOLDS[0].state", equalTo("HELD"))
                .body("parts.ALERTS[0].kind", equalTo("ACT_HELD"))
                .body("parts.PHONE_CHANGES", hasSize(1))
                .body("parts.RECOVERIES[0].papers", equalTo("household register"))
                .body("parts.COMPLAINTS[0].step", equalTo("OPENED"))
                .body("parts.WALLET_LINKS[0].step", equalTo("LINKED"))
                .body("parts.ACCESS_RECORDS[0].resourceKind", equalTo("application"))
                .body("parts.ACCESS_RECORDS[0].resourceId", equalTo(loan.toString()))
                .body("parts.ELSEWHERE.where", hasItem(containsString("/api/v1/appointments")))
                .body("parts.ELSEWHERE.where", hasItem(containsString("/api/v1/wallet-links")))
                .body("cutAt", anEmptyMap());
    }

    @Test
    void saysWhereOnlyTheNewestEntriesAreInIt() {
        var customer = person().registered();
        sql("""
                INSERT INTO wallet_audit SELECT gen_random_uuid(), gen_random_uuid(), $1, 'LINKED', now()
                FROM generate_series(1, 10001)""", customer.id);

        String path = made(customer);

        customer.request()
                .get(path + "/data")
                .then()
                .body("parts.WALLET_LINKS", hasSize(10_000))
                .body("cutAt", equalTo(Map.of("WALLET_LINKS", 10_000)));
        customer.request()
                .accept("text/html")
                .get(path + "/page")
                .then()
                .body(containsString("Only the newest 10000 are in this copy."));
    }

    @Test
    void givesWhatIsKeptOfAPasskeyButNoKey() {
        var customer = person().bound();

        customer.request()
                .get(made(customer) + "/data")
                .then()
                .statusCode(200)
                .body("parts.PASSKEYS", hasSize(1))
                .body("parts.PASSKEYS[0].authenticator", notNullValue())
                .body("parts.PASSKEYS[0].attestation", equalTo("none"))
                .body("parts.PASSKEYS[0].attestationTrust", equalTo("NONE"))
                .body("parts.PASSKEYS[0].backedUp", equalTo(false))
                .body("parts.PASSKEYS[0].enrolledAt", notNullValue())
                .body("parts.PASSKEYS[0].keySet()", not(hasItem(containsString("ublic"))));
    }

    @Test
    void givesAPageThatPeopleCanReadAndThatRunsNothing() {
        var customer = person().verified();
        sql(
                "UPDATE session SET device_name = '<script>alert(1)</script>&', device_name_sealed = NULL WHERE person_id = $1",
                customer.id);

        String path = made(customer);

        customer.request()
                .accept("text/html")
                .get(path + "/page")
                .then()
                .statusCode(200)
                .contentType("text/html")
                .header("Content-Security-Policy", equalTo(ExportPage.POLICY))
                .body(containsString("Your data at Anju"))
                .body(containsString(customer.phone))
                .body(containsString("&lt;script&gt;"))
                .body(not(containsString("<script>")));
    }
}
