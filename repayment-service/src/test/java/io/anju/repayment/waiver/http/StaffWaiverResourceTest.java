package io.anju.repayment.waiver.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.anju.repayment.journey.Bank;
import io.anju.testkit.environment.AnjuEnvironment;
import io.anju.testkit.environment.Neighbours;
import io.anju.testkit.environment.Outside;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.vertx.core.json.JsonObject;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An instalment of 4,490.45 eight days late at 5.25 %: 1,573.78 → 1.84 and 2,916.67 → 3.40. */
@QuarkusTest
@WithTestResource(value = AnjuEnvironment.class, initArgs = @ResourceArg(name = AnjuEnvironment.TWO_ROLES, value = ""))
class StaffWaiverResourceTest {

    private static final int LATE = 184 + 340;

    Neighbours neighbours;
    Outside outside;

    private final UUID officer = UUID.randomUUID();
    private final UUID approver = UUID.randomUUID();
    private final UUID borrower = UUID.randomUUID();
    private Bank bank;
    private UUID loan;

    @BeforeEach
    void late() {
        bank = new Bank(neighbours, outside);
        loan = bank.firstLoan(borrower);
        bank.today("2026-12-22");
        bank.run("2026-12-22");
        bank.today("2026-12-30");
    }

    @Test
    void aSecondPersonWaivesAndSoMuchLessIsOwed() {
        String waiver = propose(200)
                .statusCode(201)
                .body("state", equalTo("PROPOSED"))
                .extract()
                .path("id");
        owes(LATE);

        decide(waiver, approver, true).statusCode(200).body("state", equalTo("APPROVED"));

        owes(LATE - 200);
        // Two days more: ten days are 2.30 and 4.25.
        bank.today("2027-01-01");
        owes(230 + 425 - 200);
        receive(449_045 + 230 + 425 - 200)
                .statusCode(201)
                .body("shares[0].penalty", equalTo(230 + 425 - 200))
                .body("shares[0].paid", equalTo(true));
        String path = "/api/v1/staff/loans/" + loan + "/waivers";
        staff(officer, "loan-officer").get(path).then().body("items", hasSize(1));
        staff(officer, "loan-officer")
                .get(path + "/" + waiver)
                .then()
                .statusCode(200)
                .body("decidedBy", equalTo(approver.toString()));
    }

    @Test
    void anAccessTokenAloneDecidesNothing() {
        String waiver = propose(200).statusCode(201).extract().path("id");
        String other = propose(300).statusCode(201).extract().path("id");
        String path = "/api/v1/staff/loans/" + loan + "/waivers/";
        String body = new JsonObject().put("approved", true).encode();

        staff(approver, "approver")
                .body(body)
                .post(path + waiver + "/decision")
                .then()
                .statusCode(401);
        // A key for one waiver opens no other.
        staff(approver, "approver")
                .header(
                        "Verification-Token",
                        neighbours
                                .tokens()
                                .verification(approver, "repayment-service", "ledger.correct", path + other, body))
                .body(body)
                .post(path + waiver + "/decision")
                .then()
                .statusCode(403);
        owes(LATE);
    }

    @Test
    void allOfItMayBeWaived() {
        String waiver = propose(LATE).statusCode(201).extract().path("id");
        decide(waiver, approver, true).statusCode(200);

        receive(449_045).statusCode(201).body("shares[0].penalty", equalTo(0)).body("shares[0].paid", equalTo(true));
    }

    @Test
    void nobodyWaivesAlone() {
        String waiver = propose(200).statusCode(201).extract().path("id");

        decide(waiver, officer, true).statusCode(403).body("code", equalTo("SAME_PERSON"));

        owes(LATE);
        decide(waiver, approver, false).statusCode(200).body("state", equalTo("DECLINED"));
        owes(LATE);
        decide(waiver, approver, true).statusCode(409).body("code", equalTo("WAIVER_DECIDED"));
    }

    @Test
    void moreThanIsOwedForLatenessIsNotWaived() {
        propose(LATE + 1)
                .statusCode(422)
                .body("code", equalTo("WAIVER_MORE_THAN_LATE"))
                .body("late", equalTo(LATE));
        String one = propose(LATE).statusCode(201).extract().path("id");
        String other = propose(LATE).statusCode(201).extract().path("id");
        decide(one, approver, true).statusCode(200);

        decide(other, approver, true).statusCode(422).body("late", equalTo(0));
    }

    @Test
    void knowsOnlyWhatThereIs() {
        decide(UUID.randomUUID().toString(), approver, true).statusCode(404);
        loan = UUID.randomUUID();
        propose(1).statusCode(404);
        Stream.of("teller", "customer")
                .forEach(role -> staff(officer, role)
                        .get("/api/v1/staff/loans/" + loan + "/waivers")
                        .then()
                        .statusCode(403));
    }

    private void owes(int penalty) {
        bank.get(borrower, "/api/v1/loans/" + loan + "/instalments")
                .then()
                .body("items[0].penalty", equalTo(penalty))
                .body("items[0].owed", equalTo(449_045 + penalty));
    }

    private ValidatableResponse propose(int amount) {
        return staff(officer, "loan-officer")
                .body(new JsonObject()
                        .put("instalment", 1)
                        .put("amount", amount)
                        .put("reason", "the bank's own run was late")
                        .encode())
                .post("/api/v1/staff/loans/" + loan + "/waivers")
                .then();
    }

    private ValidatableResponse decide(String waiver, UUID by, boolean approved) {
        String path = "/api/v1/staff/loans/" + loan + "/waivers/" + waiver;
        String body = new JsonObject().put("approved", approved).encode();
        return staff(by, "approver")
                .header(
                        "Verification-Token",
                        neighbours.tokens().verification(by, "repayment-service", "ledger.correct", path, body))
                .body(body)
                .post(path + "/decision")
                .then();
    }

    private ValidatableResponse receive(long amount) {
        UUID teller = UUID.randomUUID();
        String body = new JsonObject()
                .put("notice", UUID.randomUUID().toString())
                .put("amount", amount)
                .encode();
        return staff(teller, "teller")
                .header(
                        "Verification-Token",
                        neighbours
                                .tokens()
                                .verification(
                                        teller,
                                        "repayment-service",
                                        "receipt.post",
                                        "/api/v1/staff/loans/" + loan,
                                        body))
                .body(body)
                .post("/api/v1/staff/loans/" + loan + "/receipts")
                .then();
    }

    private io.restassured.specification.RequestSpecification staff(UUID who, String role) {
        return given().auth()
                .oauth2(neighbours.tokens().staff(who, role))
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType(ContentType.JSON);
    }
}
