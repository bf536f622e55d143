package io.anju.identity;

import static io.anju.identity.TestClient.keyPair;
import static io.anju.identity.TestClient.pem;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Agencies are let in, shut out and given keys by two people, as members of staff are. */
@QuarkusTest
class AgencyAuthorityTest extends AuthorityTestBase {

    @Test
    void anAgencyIsAdmittedSuspendedReinstatedAndGivenAnotherKey() {
        String id = "agency-" + UUID.randomUUID();
        var first = keyPair();
        changed(Map.of("kind", "ADMIT_AGENCY", "clientId", id, "publicKey", pem(first.getPublic())));
        var client = new TestClient(id, first.getPrivate());
        client.ask(client.assertion(c -> {}), "anju-api").then().statusCode(200);
        client.ask(client.assertion(c -> {}), "loan-service").then().statusCode(400);

        changed(Map.of("kind", "SUSPEND_AGENCY", "clientId", id));
        client.ask(client.assertion(c -> {}), "anju-api")
                .then()
                .statusCode(401)
                .body("error", equalTo("invalid_client"));
        changed(Map.of("kind", "REINSTATE_AGENCY", "clientId", id));
        var second = keyPair();
        changed(Map.of("kind", "REPLACE_AGENCY_KEY", "clientId", id, "publicKey", pem(second.getPublic())));

        client.ask(client.assertion(c -> {}), "anju-api").then().statusCode(401);
        var renewed = new TestClient(id, second.getPrivate());
        renewed.ask(renewed.assertion(c -> {}), "anju-api").then().statusCode(200);
        auditor.request()
                .queryParam("limit", 100)
                .get("/api/v1/staff/agency-credentials")
                .then()
                .statusCode(200)
                .body("items.clientId", hasItem(id));
    }

    @Test
    void anAgencyTakesNoNameOfOursAndNoKeyThatIsNone() {
        String key = pem(keyPair().getPublic());

        proposing(admin, Map.of("kind", "ADMIT_AGENCY", "clientId", "loan-service", "publicKey", key))
                .then()
                .statusCode(409)
                .body("code", equalTo("NAME_TAKEN"));
        proposing(admin, Map.of("kind", "ADMIT_AGENCY", "clientId", "anju-app", "publicKey", key))
                .then()
                .statusCode(409);
        proposing(admin, Map.of("kind", "ADMIT_AGENCY", "clientId", "new-agency", "publicKey", "none"))
                .then()
                .statusCode(422)
                .body("code", equalTo("AGENCY_KEY_NOT_GOOD"));
    }
}
