package io.anju.loan.referencerate.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.anju.kit.time.BusinessClock;
import io.anju.testkit.environment.AnjuEnvironment;
import io.anju.testkit.environment.Neighbours;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever is to confirm a rate sees what is proposed, and can say no. No proposal of these is published. */
@QuarkusTest
@WithTestResource(AnjuEnvironment.class)
class RateProposalsTest {

    private static final String PROPOSALS = "/api/v1/staff/reference-rates";
    /** Nothing else publishes this rate. */
    private static final LocalDate DAY = LocalDate.now(BusinessClock.ZONE).plusDays(20);

    private final UUID first = UUID.randomUUID();
    private final UUID second = UUID.randomUUID();

    Neighbours neighbours;

    @Test
    void leadsWhoProposedToTheProposalAndTheSecondOfficerToo() {
        String location = propose().extract().header("Location");

        get(second, location)
                .statusCode(200)
                .body("state", equalTo("PROPOSED"))
                .body("rate.rate", equalTo("PROVIDENT_FUND_5Y"))
                .body("rate.date", equalTo(DAY.toString()))
                .body("rate.value", equalTo("0.0205"))
                .body("proposedBy", equalTo(first.toString()))
                .body("decidedBy", nullValue());
    }

    @Test
    void listsTheNewestFirstPageByPage() {
        String older = propose().extract().path("id");
        String newer = propose().extract().path("id");

        var page = get(second, PROPOSALS + "?limit=1")
                .statusCode(200)
                .header("Link", containsString("rel=\"next\""))
                .body("items", hasSize(1))
                .body("items[0].id", equalTo(newer));
        get(second, PROPOSALS + "?limit=1&cursor=" + page.extract().path("next"))
                .statusCode(200)
                .body("items[0].id", equalTo(older));
    }

    @Test
    void theSecondOfficerRejects() {
        String id = propose().extract().path("id");

        post(first, id, "rejection").statusCode(403).body("code", equalTo("SAME_PERSON"));
        post(second, id, "rejection")
                .statusCode(200)
                .body("state", equalTo("REJECTED"))
                .body("decidedBy", equalTo(second.toString()));

        get(first, PROPOSALS + "/" + id).body("state", equalTo("REJECTED"));
    }

    @Test
    void theFirstOfficerTakesBack() {
        String id = propose().extract().path("id");

        post(second, id, "withdrawal").statusCode(403).body("code", equalTo("NOT_THE_PROPOSER"));
        post(first, id, "withdrawal")
                .statusCode(200)
                .body("state", equalTo("WITHDRAWN"))
                .body("decidedBy", equalTo(first.toString()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"confirmation", "rejection", "withdrawal"})
    void whatHasEndedStaysSo(String act) {
        String id = propose().extract().path("id");
        post(second, id, "rejection").statusCode(200);

        post(second, id, act).statusCode(409).body("code", equalTo("RATE_PROPOSAL_ENDED"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rejection", "withdrawal"})
    void nothingEndsThatIsNotThere(String act) {
        post(second, UUID.randomUUID().toString(), act).statusCode(404);
        get(second, PROPOSALS + "/" + UUID.randomUUID()).statusCode(404);
    }

    @Test
    void customersSeeNoProposal() {
        String location = propose().extract().header("Location");

        for (var path : new String[] {PROPOSALS, location}) {
            given().auth()
                    .oauth2(neighbours.tokens().customer(UUID.randomUUID()))
                    .get(path)
                    .then()
                    .statusCode(403);
        }
    }

    private ValidatableResponse propose() {
        return given().auth()
                .oauth2(neighbours.tokens().staff(first, "loan-officer"))
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType(ContentType.JSON)
                .body("{\"rate\":\"PROVIDENT_FUND_5Y\",\"date\":\"%s\",\"value\":\"0.0205\"}".formatted(DAY))
                .post(PROPOSALS)
                .then()
                .statusCode(201);
    }

    private ValidatableResponse post(UUID officer, String id, String act) {
        return given().auth()
                .oauth2(neighbours.tokens().staff(officer, "approver"))
                .header("Idempotency-Key", UUID.randomUUID())
                .post(PROPOSALS + "/" + id + "/" + act)
                .then();
    }

    private ValidatableResponse get(UUID officer, String path) {
        return given().auth()
                .oauth2(neighbours.tokens().staff(officer, "approver"))
                .get(path)
                .then();
    }
}
