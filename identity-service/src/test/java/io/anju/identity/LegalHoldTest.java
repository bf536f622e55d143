package io.anju.identity;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.anju.identity.erasure.Erasures;
import io.anju.identity.erasure.Retention;
import io.anju.identity.erasure.model.DueItem;
import io.anju.kit.tx.Transactions;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A compliance officer holds a customer's data back. */
@QuarkusTest
class LegalHoldTest extends ErasureTestBase {

    private static final String HOLDS = "/api/v1/staff/legal-holds";

    @Inject
    Transactions transactions;

    @Inject
    Retention retention;

    @Inject
    Erasures erasures;

    private static RequestSpecification as(String token) {
        return given().auth()
                .oauth2(token)
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType(ContentType.JSON);
    }

    private Response place(String token, UUID customer) {
        return as(token)
                .body(Map.of("customer", customer, "reference", "2026-0117"))
                .post(HOLDS);
    }

    @Test
    void standsInTheWayUntilItIsLifted() {
        var customer = person().bound();
        answer(customer, FREE);
        String officer = TestStaff.member(outside.url(), "lu-code").accessToken;
        String hold =
                place(officer, customer.id).then().statusCode(201).extract().path("id");

        eraseByPasskey(customer).then().statusCode(409).body("code", equalTo("ERASURE_LEGAL_HOLD"));
        approve("yan-code", hold)
                .then()
                .statusCode(200)
                .body("state", equalTo("IN_FORCE"))
                .body("approvedBy", equalTo(member("yan-code").id.toString()));
        as(officer).delete(HOLDS + "/" + hold).then().statusCode(202).body("state", equalTo("LIFTING_PROPOSED"));
        eraseByPasskey(customer).then().statusCode(409).body("code", equalTo("ERASURE_LEGAL_HOLD"));
        approve("yan-code", hold).then().statusCode(200).body("state", equalTo("LIFTED"));
        approve("yan-code", hold).then().statusCode(404);
        as(officer).delete(HOLDS + "/" + hold).then().statusCode(404);

        eraseByPasskey(customer).then().statusCode(201);
        assertEquals(
                1,
                count(
                        "SELECT count(*) FROM legal_hold WHERE customer_id = $1 AND lifted_by <> lift_proposed_by",
                        customer.id));
    }

    @Test
    void isNotApprovedByWhoeverProposedIt() {
        var customer = person().registered();
        String officer = member("lu-code").accessToken;
        String hold =
                place(officer, customer.id).then().statusCode(201).extract().path("id");

        approve("lu-code", hold).then().statusCode(403).body("code", equalTo("SECOND_PERSON_NEEDED"));
        approve("yan-code", hold).then().statusCode(200);
        approve("yan-code", hold).then().statusCode(409).body("code", equalTo("LEGAL_HOLD_NOTHING_PROPOSED"));
        as(officer).delete(HOLDS + "/" + hold).then().statusCode(202);
        as(officer).delete(HOLDS + "/" + hold).then().statusCode(202);
        approve("lu-code", hold).then().statusCode(403).body("code", equalTo("SECOND_PERSON_NEEDED"));
        as(officer).get(HOLDS + "/" + hold).then().statusCode(200).body("state", equalTo("LIFTING_PROPOSED"));
        reject(officer, hold).then().statusCode(200).body("state", equalTo("IN_FORCE"));
        reject(officer, hold).then().statusCode(409).body("code", equalTo("LEGAL_HOLD_NOTHING_PROPOSED"));
    }

    @Test
    void isNotApprovedWithoutTheSecondKey() {
        var customer = person().registered();
        String hold = place(member("lu-code").accessToken, customer.id)
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        TestStaff.post(member("yan-code"), "none", HOLDS + "/" + hold + "/approval", "")
                .then()
                .statusCode(401);
        reject(member("yan-code").accessToken, hold).then().statusCode(200).body("state", equalTo("LIFTED"));
    }

    @Test
    void isOverWhenNobodyHasAgreedWithinSevenDays() {
        var customer = person().bound();
        answer(customer, FREE);
        String hold = place(member("lu-code").accessToken, customer.id)
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        sql("UPDATE legal_hold SET waits_until = waits_until - interval '7 days' WHERE id = $1", UUID.fromString(hold));

        as(member("yan-code").accessToken).get(HOLDS + "/" + hold).then().statusCode(404);
        approve("yan-code", hold).then().statusCode(404);
        eraseByPasskey(customer).then().statusCode(201);
    }

    @Test
    void staysInForceWhenNobodyHasAgreedToLiftItWithinSevenDays() {
        var customer = person().bound();
        answer(customer, FREE);
        String officer = member("lu-code").accessToken;
        String hold =
                place(officer, customer.id).then().statusCode(201).extract().path("id");
        approve("yan-code", hold).then().statusCode(200);
        as(officer).delete(HOLDS + "/" + hold).then().statusCode(202);

        sql(
                "UPDATE legal_hold SET lift_proposed_at = lift_proposed_at - interval '7 days' WHERE id = $1",
                UUID.fromString(hold));

        as(officer).get(HOLDS + "/" + hold).then().statusCode(200).body("state", equalTo("IN_FORCE"));
        approve("yan-code", hold).then().statusCode(409).body("code", equalTo("LEGAL_HOLD_NOTHING_PROPOSED"));
        eraseByPasskey(customer).then().statusCode(409).body("code", equalTo("ERASURE_LEGAL_HOLD"));
    }

    private TestPerson member(String code) {
        return TestStaff.member(outside.url(), code);
    }

    private Response approve(String code, String hold) {
        return TestStaff.act(member(code), "erasure.hold", HOLDS + "/" + hold, "/approval", "");
    }

    private static Response reject(String token, String hold) {
        return as(token).post(HOLDS + "/" + hold + "/rejection");
    }

    @Test
    void keepsWhatAnErasureHasLeftUntilItIsLifted() {
        var customer = person().bound();
        answer(customer, FREE);
        eraseByPasskey(customer).then().statusCode(201);
        String officer = TestStaff.member(outside.url(), "lu-code").accessToken;
        String hold =
                place(officer, customer.id).then().statusCode(201).extract().path("id");

        theDayHasCome(customer);
        assertEquals(1, count("SELECT count(*) FROM notice_acceptance WHERE customer_id = $1", customer.id));

        as(officer).delete(HOLDS + "/" + hold).then().statusCode(204);
        theDayHasCome(customer);
        assertEquals(0, count("SELECT count(*) FROM notice_acceptance WHERE customer_id = $1", customer.id));
        place(officer, customer.id).then().statusCode(404).body("code", equalTo("CUSTOMER_UNKNOWN"));
    }

    @Test
    void comesBeforeWhatIsInHandAlready() {
        var customer = person().bound();
        settled(customer, "2025-03-31");
        eraseByPasskey(customer).then().statusCode(201);
        sql("UPDATE erasure SET restricted_until = '2026-01-01' WHERE customer_id = $1", customer.id);
        place(TestStaff.member(outside.url(), "lu-code").accessToken, customer.id)
                .then()
                .statusCode(201);

        transactions
                .run(tx -> retention.letGo(tx, new DueItem(customer.id, "CONSENTS", true)))
                .await()
                .indefinitely();
        transactions.run(tx -> erasures.complete(tx, customer.id)).await().indefinitely();

        assertEquals(1, count("SELECT count(*) FROM notice_acceptance WHERE customer_id = $1", customer.id));
        assertEquals(1, keysLeft(customer));
    }

    @Test
    void isSeenByComplianceWhileItIsInForce() {
        var customer = person().registered();
        String officer = TestStaff.member(outside.url(), "lu-code").accessToken;
        var placed = place(officer, customer.id).then().statusCode(201).extract();
        String hold = placed.path("id");

        as(officer)
                .get(placed.header("Location"))
                .then()
                .statusCode(200)
                .body("customer", equalTo(customer.id.toString()))
                .body("reference", equalTo("2026-0117"))
                .body("placedBy", notNullValue());
        // The oldest come first: this one is on the last page, behind those that other tests have left.
        assertTrue(allHolds(officer).contains(hold));

        as(officer).delete(HOLDS + "/" + hold).then().statusCode(204);
        as(officer).get(HOLDS + "/" + hold).then().statusCode(404);
        assertFalse(allHolds(officer).contains(hold));
    }

    private static List<String> allHolds(String officer) {
        var all = new ArrayList<String>();
        String path = HOLDS + "?limit=1";
        while (path != null) {
            var page = as(officer).get(path).then().statusCode(200).extract().jsonPath();
            all.addAll(page.getList("items.id", String.class));
            String next = page.getString("next");
            path = next == null ? null : HOLDS + "?limit=1&cursor=" + next;
        }
        return all;
    }

    @Test
    void isNotForOthersToSee() {
        var customer = person().registered();

        as(customer.accessToken).get(HOLDS).then().statusCode(403);
        as(TestStaff.member(outside.url(), "li-code").accessToken)
                .get(HOLDS)
                .then()
                .statusCode(403);
    }

    @Test
    void isNotForAnUnknownCustomer() {
        String officer = TestStaff.member(outside.url(), "lu-code").accessToken;

        place(officer, UUID.randomUUID()).then().statusCode(404).body("code", equalTo("CUSTOMER_UNKNOWN"));
    }

    @Test
    void isPlacedOnWhatIsLeftWhenAnErasureIsUnderWayAtTheSameMoment() {
        var customer = person().bound();
        answer(customer, FREE);
        String token = customer.verify("privacy.erase", PATH, "identity-service", "");
        String officer = TestStaff.member(outside.url(), "lu-code").accessToken;
        // An erasure needs this row when it has the customer already.
        String name = "SELECT 1 FROM real_name WHERE customer_id = $1 FOR UPDATE";
        var other = new Other(customer, name, name);
        try (var threads = Executors.newFixedThreadPool(2)) {
            var erased =
                    CompletableFuture.supplyAsync(() -> erase(customer, token).statusCode(), threads);
            Awaitility.await("the erasure").until(() -> erased.isDone() || waiting() == 1);
            var placed = CompletableFuture.supplyAsync(
                    () -> place(officer, customer.id).statusCode(), threads);
            Awaitility.await("the hold").until(() -> placed.isDone() || waiting() == 2);
            other.goOn();

            assertEquals(201, erased.join());
            assertEquals(201, placed.join());
        } finally {
            other.goOn();
        }
    }

    @Test
    void isNotForCustomersToPlace() {
        var customer = person().registered();

        place(customer.accessToken, customer.id).then().statusCode(403);
    }
}
