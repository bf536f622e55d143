package io.anju.care.agency;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.anju.care.CareTestBase;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** An agency is proposed by one person and vetted by another. */
@QuarkusTest
class AgenciesTest extends CareTestBase {

    private static final String AGENCIES = "/api/v1/staff/agencies";

    private final UUID officer = UUID.randomUUID();
    private final String client = "agency-" + UUID.randomUUID();

    @Test
    void takesTwoPeople() {
        String id = propose()
                .statusCode(201)
                .body("state", equalTo("PROPOSED"))
                .extract()
                .path("id");

        asStaff(officer, "compliance")
                .post(AGENCIES + "/" + id + "/vetting")
                .then()
                .statusCode(403)
                .body("code", equalTo("SAME_PERSON"));
        asStaff(UUID.randomUUID(), "compliance")
                .post(AGENCIES + "/" + id + "/vetting")
                .then()
                .statusCode(200)
                .body("state", equalTo("VETTED"));
        asStaff(officer, "compliance")
                .queryParam("limit", 100)
                .get(AGENCIES)
                .then()
                .body("items.clientId", hasItem(client));
    }

    @Test
    void areNotProposedByANameThatCannotBeKept() {
        propose(client, "An\\u0000ju").statusCode(400).body("code", equalTo("MALFORMED_REQUEST"));

        var kept = sql("select 1 from agency where client_id = $1", client);
        assertEquals(0, kept.size());
        propose().statusCode(201);
    }

    @Test
    void areListedPageByPageThoughNamesAreAlike() {
        for (int times = 0; times < 3; times++) {
            propose(client + times).statusCode(201);
        }

        var seen = new ArrayList<String>();
        String cursor = "";
        do {
            var page = asStaff(officer, "compliance")
                    .queryParam("limit", 2)
                    .queryParam("cursor", cursor)
                    .get(AGENCIES)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            seen.addAll(page.getList("items.clientId", String.class));
            cursor = page.getString("next");
        } while (cursor != null);

        assertTrue(seen.containsAll(List.of(client + 0, client + 1, client + 2)));
        assertEquals(new HashSet<>(seen).size(), seen.size());
    }

    @Test
    void isVettedAnewAfterASuspension() {
        String id = propose().extract().path("id");
        asStaff(UUID.randomUUID(), "compliance")
                .post(AGENCIES + "/" + id + "/vetting")
                .then()
                .statusCode(200);
        asStaff(officer, "compliance")
                .body("{\"reason\":\"licence in doubt\"}")
                .post(AGENCIES + "/" + id + "/suspension")
                .then()
                .statusCode(200);

        asStaff(UUID.randomUUID(), "compliance")
                .post(AGENCIES + "/" + id + "/vetting")
                .then()
                .statusCode(409)
                .body("code", equalTo("AGENCY_STATE"));
        asStaff(officer, "compliance")
                .post(AGENCIES + "/" + id + "/proposal")
                .then()
                .statusCode(200)
                .body("state", equalTo("PROPOSED"));
    }

    @Test
    void isVettedAnewWithNewPapersWhenTheOldOnesHaveRunOut() {
        String id = propose().extract().path("id");
        asStaff(UUID.randomUUID(), "compliance")
                .post(AGENCIES + "/" + id + "/vetting")
                .then()
                .statusCode(200);
        asStaff(officer, "compliance")
                .post(AGENCIES + "/" + id + "/proposal")
                .then()
                .statusCode(409)
                .body("code", equalTo("AGENCY_STATE"));

        asStaff(officer, "compliance")
                .body("""
                        {"name":"Calls & Co. Ltd.","purposes":["COLLECTION"],"licenceUntil":"2098-12-31",
                         "confidentialityUntil":"2097-12-31","trainingUntil":"2096-12-31"}
                        """)
                .post(AGENCIES + "/" + id + "/proposal")
                .then()
                .statusCode(200)
                .body("state", equalTo("PROPOSED"))
                .body("clientId", equalTo(client))
                .body("name", equalTo("Calls & Co. Ltd."))
                .body("purposes", hasItem("COLLECTION"))
                .body("trainingUntil", equalTo("2096-12-31"));

        asStaff(officer, "compliance")
                .post(AGENCIES + "/" + id + "/vetting")
                .then()
                .statusCode(403)
                .body("code", equalTo("SAME_PERSON"));
        asStaff(UUID.randomUUID(), "compliance")
                .post(AGENCIES + "/" + id + "/vetting")
                .then()
                .statusCode(200)
                .body("state", equalTo("VETTED"))
                .body("licenceUntil", equalTo("2098-12-31"));
    }

    @Test
    void renewedPapersAreWholeOrNone() {
        String id = propose().extract().path("id");

        asStaff(officer, "compliance")
                .body("{\"licenceUntil\":\"+999999999-12-31\"}")
                .post(AGENCIES + "/" + id + "/proposal")
                .then()
                .statusCode(400)
                .body("fields.field", hasItem("licenceUntil"))
                .body("fields.field", hasItem("name"));
    }

    @Test
    void isNotVettedOnAnOldCopy() {
        String id = propose().extract().path("id");
        String seen = asStaff(officer, "compliance").get(AGENCIES + "/" + id).header("ETag");
        asStaff(UUID.randomUUID(), "compliance")
                .header("If-Match", seen)
                .post(AGENCIES + "/" + id + "/vetting")
                .then()
                .statusCode(200);

        asStaff(officer, "compliance")
                .header("If-Match", seen)
                .body("{\"reason\":\"licence in doubt\"}")
                .post(AGENCIES + "/" + id + "/suspension")
                .then()
                .statusCode(412)
                .body("code", equalTo("STALE_VERSION"));
    }

    @Test
    void takesAClientOnce() {
        propose().statusCode(201);

        propose().statusCode(409).body("code", equalTo("AGENCY_CLIENT_TAKEN"));
    }

    @Test
    void isForCompliance() {
        asStaff(officer, "loan-officer").get(AGENCIES).then().statusCode(403);
        asCustomer().get(AGENCIES).then().statusCode(403);
    }

    @Test
    void namesTheFieldThatIsWrong() {
        asStaff(officer, "compliance")
                .body("{\"name\":\"x\"}")
                .post(AGENCIES)
                .then()
                .statusCode(400)
                .body("fields.field", hasItem("clientId"));
    }

    private ValidatableResponse propose() {
        return propose(client);
    }

    private ValidatableResponse propose(String client) {
        return propose(client, "Calls & Co.");
    }

    private ValidatableResponse propose(String client, String name) {
        var proposal = """
                {"clientId":"%s","name":"%s","purposes":["MARKETING"],
                 "licenceUntil":"2099-12-31","confidentialityUntil":"2099-12-31","trainingUntil":"2099-12-31"}
                """;
        return asStaff(officer, "compliance")
                .body(proposal.formatted(client, name))
                .post(AGENCIES)
                .then();
    }
}
