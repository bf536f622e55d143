package io.anju.identity;

import static org.hamcrest.CoreMatchers.containsString;
import static org.hamcrest.CoreMatchers.equalTo;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What repayment-service tells of wallets, and the two acts. */
@QuarkusTest
class WalletAuditTest extends IdentityTestBase {

    private static final String LINKS = "/api/v1/wallet-links";

    @Test
    void linkingAndUnlinkingAreKept() {
        var customer = UUID.randomUUID();
        var link = UUID.randomUUID();

        for (var step : new String[] {"linked", "unlink-requested", "unlinked"}) {
            tell("anju.wallet." + step + ".v1", customer, link);
        }

        assertEquals(3, count("SELECT count(*) FROM wallet_audit WHERE link_id = $1", link));
    }

    @Test
    void unlinkingIsProvenByACodeThatNamesIt() {
        var customer = person().verified();

        customer.openVerification("wallet.unlink", LINKS + "/" + UUID.randomUUID(), "repayment-service", "", "SMS")
                .then()
                .statusCode(201);

        assertThat(customer.newestSms(), containsString("解除信用钱包关联"));
        person().verified()
                .openVerification("wallet.link", LINKS, "repayment-service", "{}", "SMS")
                .then()
                .statusCode(201);
        customer.openVerification("wallet.unlink", LINKS, "repayment-service", "", "SMS")
                .then()
                .statusCode(422)
                .body("code", equalTo("TARGET_DOES_NOT_FIT"));
    }

    @Test
    void anUnlinkingThatLooksAbnormalIsHeldWithReasonAndRemedy() {
        var customer = person().verified();
        failOnTheirDevices(customer, 8);

        customer.openVerification("wallet.unlink", LINKS + "/" + UUID.randomUUID(), "repayment-service", "", "SMS")
                .then()
                .statusCode(403)
                .body("code", equalTo("RISK_HELD"))
                .body("reason", org.hamcrest.Matchers.not(org.hamcrest.Matchers.emptyOrNullString()))
                .body("remedy", org.hamcrest.Matchers.not(org.hamcrest.Matchers.emptyOrNullString()));
    }

    @Test
    void havingUnlinkedIsNoFeatureOfAnyScore() {
        var unlinked = person().verified();
        var faithful = person().verified();
        for (int i = 0; i < 5; i++) {
            tell("anju.wallet.unlink-requested.v1", unlinked.id, UUID.randomUUID());
            tell("anju.wallet.unlinked.v1", unlinked.id, UUID.randomUUID());
        }

        for (var one : new TestPerson[] {unlinked, faithful}) {
            one.openVerification("card.bind", "/api/v1/cards", "repayment-service", "{}", "SMS")
                    .then()
                    .statusCode(201);
        }

        // What the rules saw of both, the rules that fired, and what came of it are the same.
        assertEquals(1, count("""
                        SELECT count(*) FROM (
                            SELECT DISTINCT signals - 'hour', fired, shadow, outcome
                            FROM risk_decision WHERE act = 'card.bind' AND person_id IN ($1, $2)) d
                        """, unlinked.id, faithful.id));
    }

    private static void tell(String type, UUID customer, UUID link) {
        io.restassured.RestAssured.given()
                .auth()
                .oauth2(new TestClient("repayment-service").token("identity-service"))
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "specversion",
                        "1.0",
                        "id",
                        UUID.randomUUID(),
                        "source",
                        "/repayment-service",
                        "type",
                        type,
                        "subject",
                        link,
                        "time",
                        "2026-11-29T02:00:00Z",
                        "data",
                        Map.of("customerId", customer, "linkId", link)))
                .post("/internal/events")
                .then()
                .statusCode(204);
    }
}
