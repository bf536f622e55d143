package io.anju.identity;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.anju.kit.http.Digests;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class VerificationOverHttpTest extends IdentityTestBase {

    private static final String BODY = "{\"pdfSha256\":\"Zm9v\"}";

    private final String contract = "/api/v1/contracts/" + UUID.randomUUID();

    @Test
    void mintsOneTokenWhenTheSameProofArrivesTwiceAtOnce() {
        var customer = person().bound();
        Response opened = sign(customer);
        String id = opened.path("id");
        String proof = customer.assertion(opened);

        List<Integer> answers = atOnce(2, () -> customer.proveVerification(id, proof));

        assertEquals(1, answers.stream().filter(status -> status == 200).count(), answers.toString());
        assertEquals(
                1,
                count("SELECT count(*) FROM verification WHERE id = $1 AND token_id IS NOT NULL", UUID.fromString(id)));
    }

    @Test
    void mintsOneTokenWhenOneCodeArrivesManyTimesAtOnce() {
        var customer = person().verified();
        String id = customer.openVerification("card.bind", "/api/v1/cards", "repayment-service", "{}", "SMS")
                .path("id");
        String proof = "{\"method\":\"SMS\",\"code\":\"" + customer.newestCode() + "\"}";

        List<Integer> answers = atOnce(4, () -> customer.proveVerification(id, proof));

        assertEquals(1, answers.stream().filter(status -> status == 200).count(), answers.toString());
    }

    @Test
    void answersASecondProofWithTheTimeOfTheFirst() {
        var customer = person().bound();
        Response opened = sign(customer);
        String proof = customer.assertion(opened);
        customer.proveVerification(opened.path("id"), proof).then().statusCode(200);

        customer.proveVerification(opened.path("id"), proof)
                .then()
                .statusCode(409)
                .body("code", equalTo("VERIFICATION_PROVEN_ALREADY"));
    }

    @Test
    void refusesAnAssertionThatWasMadeForAnotherAct() {
        var customer = person().bound();
        String forAnother = customer.assertion(customer.openVerification(
                "contract.sign", "/api/v1/contracts/" + UUID.randomUUID(), "contract-service", BODY, null));

        customer.proveVerification(sign(customer).path("id"), forAnother)
                .then()
                .statusCode(422)
                .body("code", equalTo("PROOF_WRONG"))
                .body("triesLeft", equalTo(4));
    }

    @Test
    void refusesAnotherPersonsPasskeyAndHidesTheVerificationFromThem() {
        var customer = person().bound();
        var other = person().bound();
        Response opened = sign(customer);
        String id = opened.path("id");

        other.proveVerification(id, other.assertion(sign(other))).then().statusCode(404);
        other.request().get("/api/v1/verifications/" + id).then().statusCode(404);
        customer.proveVerification(id, other.assertion(sign(other))).then().statusCode(422);
    }

    @Test
    void showsItsOwnerWhereItStands() {
        var customer = person().bound();
        Response opened = sign(customer);
        String id = opened.path("id");

        customer.request()
                .get("/api/v1/verifications/" + id)
                .then()
                .statusCode(200)
                .body("state", equalTo("PENDING"));
        customer.proveVerification(id, customer.assertion(opened)).then().statusCode(200);
        customer.request().get("/api/v1/verifications/" + id).then().body("state", equalTo("PROVEN"));
    }

    @Test
    void namesTheActInTheSms() {
        var customer = person().verified();
        customer.openVerification("card.bind", "/api/v1/cards", "repayment-service", "{}", "SMS")
                .then()
                .statusCode(201)
                .body("methods", hasItem("SMS"));

        assertThat(customer.newestSms(), containsString("绑定银行卡"));
    }

    @Test
    void namesTheEndOfTheCardInTheSmsAndNoMoreOfIt() {
        var customer = person().verified();
        String body = "{\"cardNumber\":\"6222021234567894321\"}";
        customer.request()
                .body(Map.of(
                        "act", "card.bind",
                        "resource", "/api/v1/cards",
                        "audience", "repayment-service",
                        "bodySha256", Digests.sha256(body),
                        "body", body,
                        "method", "SMS"))
                .post("/api/v1/verifications")
                .then()
                .statusCode(201);

        assertThat(customer.newestSms(), containsString("卡号尾号4321"));
        assertThat(customer.newestSms(), containsString("card ending in 4321"));
        assertThat(customer.newestSms(), not(containsString("94321")));
    }

    @Test
    void namesAmountAndPayeeInTheSmsWhereTheActPays() {
        var customer = person().verified();
        String body = "{\"amount\":449045}";
        customer.request()
                .body(Map.of(
                        "act",
                        "repayment.pay",
                        "resource",
                        "/api/v1/loans/" + UUID.randomUUID(),
                        "audience",
                        "repayment-service",
                        "bodySha256",
                        Digests.sha256(body),
                        "body",
                        body,
                        "method",
                        "SMS"))
                .post("/api/v1/verifications")
                .then()
                .statusCode(201);

        assertThat(customer.newestSms(), containsString("金额4490.45元，收款方为本行"));
        assertThat(customer.newestSms(), containsString("CNY 4490.45, paid to the bank"));
    }

    @ParameterizedTest
    @CsvSource({
        "contract.sign, /api/v1/contracts/CONTRACT, contract-service, 403, LEVEL_TOO_LOW",
        "application.approve, /api/v1/staff/applications/CONTRACT, loan-service, 403, ROLE_MISSING",
        "rate.approve, /api/v1/staff/rate-requests/CONTRACT, repayment-service, 403, ROLE_MISSING",
        "calendar.approve, /api/v1/staff/calendars/CONTRACT, care-service, 403, ROLE_MISSING",
        "plan.approve, /api/v1/staff/loans/CONTRACT/plan-changes/CONTRACT, repayment-service, 403, ROLE_MISSING",
        "spread.approve, /api/v1/staff/spread-batches/CONTRACT, repayment-service, 403, ROLE_MISSING",
        "card.bind, /api/v1/wallets, repayment-service, 422, TARGET_DOES_NOT_FIT",
        "card.bind, /api/v1/cards, loan-service, 422, TARGET_DOES_NOT_FIT",
        "card.burn, /api/v1/cards, repayment-service, 422, ACT_UNKNOWN",
        "passkey.revoke, /api/v1/passkeys/CONTRACT, identity-service, 403, NO_METHOD_LEFT",
    })
    void refusesToOpen(String act, String resource, String audience, int status, String code) {
        person().verified()
                .openVerification(
                        act, resource.replace("CONTRACT", UUID.randomUUID().toString()), audience, "{}", null)
                .then()
                .statusCode(status)
                .body("code", equalTo(code));
    }

    @Test
    void stopsAfterManyFailuresAndSaysWhyAndWhatHelps() {
        var customer = person().bound();
        failOnTheirDevices(customer, 8);

        sign(customer)
                .then()
                .statusCode(403)
                .body("code", equalTo("RISK_HELD"))
                .body("reason", containsString("24 hours"))
                .body("remedy", containsString("branch"))
                .body("documents", hasItem("Resident ID card"));
        assertEquals(
                1,
                count(
                        "SELECT count(*) FROM risk_decision WHERE person_id = $1 AND outcome = 'HOLD' AND fired @> '[\"repeated-failures@3\"]'",
                        customer.id));
    }

    @Test
    void asksForTheStrongerMethodAfterSomeFailures() {
        var customer = person().bound();
        sql(
                "INSERT INTO failure_count (subject, failures, last_failed_at) VALUES ($1, 4, now() - interval '1 hour')",
                "person:" + customer.id);

        customer.openVerification("card.bind", "/api/v1/cards", "repayment-service", "{}", "SMS")
                .then()
                .statusCode(422)
                .body("code", equalTo("METHOD_NOT_OFFERED"));
        customer.openVerification("card.bind", "/api/v1/cards", "repayment-service", "{}", null)
                .then()
                .statusCode(201)
                .body("methods", equalTo(List.of("PASSKEY")));
    }

    @Test
    void refusesABodyThatIsNotTheOneOfTheDigest() {
        person().bound()
                .request()
                .body(Map.of(
                        "act", "contract.sign",
                        "resource", contract,
                        "audience", "contract-service",
                        "bodySha256", Digests.sha256("{\"amount\":1}"),
                        "body", "{\"amount\":2}"))
                .post("/api/v1/verifications")
                .then()
                .statusCode(400)
                .body("fields[0].code", equalTo("DIGEST_DIFFERS"));
    }

    @Test
    void opensNothingWithoutAToken() {
        TestPerson.anonymous().body("{}").post("/api/v1/verifications").then().statusCode(401);
    }

    private Response sign(TestPerson person) {
        return person.openVerification("contract.sign", contract, "contract-service", BODY, null);
    }

    private static List<Integer> atOnce(int times, java.util.function.Supplier<Response> call) {
        try (var threads = Executors.newFixedThreadPool(times)) {
            var answers = Stream.generate(
                            () -> CompletableFuture.supplyAsync(() -> call.get().statusCode(), threads))
                    .limit(times)
                    .toList();
            return answers.stream().map(CompletableFuture::join).toList();
        }
    }
}
