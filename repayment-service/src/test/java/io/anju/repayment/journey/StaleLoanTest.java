package io.anju.repayment.journey;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.anju.testkit.environment.AnjuEnvironment;
import io.anju.testkit.environment.Neighbours;
import io.anju.testkit.environment.Outside;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonObject;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever says on which copy of a loan an act is based gets it done on that copy or not at all. */
@QuarkusTest
@WithTestResource(value = AnjuEnvironment.class, initArgs = @ResourceArg(name = AnjuEnvironment.TWO_ROLES, value = ""))
class StaleLoanTest {

    private static final String STALE = "\"999\"";

    private final UUID customer = UUID.randomUUID();

    Neighbours neighbours;
    Outside outside;

    private Bank bank;
    private UUID id;
    private String loan;

    @BeforeEach
    void begin() {
        bank = new Bank(neighbours, outside);
        id = bank.firstLoan(customer);
        loan = "/api/v1/loans/" + id;
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "prepayment-quotes  | {\"amount\":20000000}",
                "plan-change-quotes | {\"dueDay\":10}",
                "rate-change-quotes | {\"change\":\"TO_FIXED\"}",
                "rate-requests      | {\"change\":\"CYCLE\",\"cycleMonths\":6,\"reason\":\"My income moves with the seasons.\"}",
            })
    void nothingIsDoneOnAStaleCopy(String act, String body) {
        postOn(STALE, customer, loan + "/" + act, new JsonObject(body))
                .then()
                .statusCode(412)
                .body("code", equalTo("STALE_VERSION"))
                .body("sent", equalTo(STALE))
                .body("current", equalTo(tag()));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "prepayment-quotes  | prepayments  | repayment.prepay      | {\"amount\":20000000}                 | quotes[0].id",
                "plan-change-quotes | plan-changes | repayment.plan-change | {\"dueDay\":10} | id",
            })
    void noQuoteIsTakenOnAStaleCopy(String quotes, String taken, String act, String ask, String where) {
        payTheFirstInstalment();
        String quote = postOn(tag(), customer, loan + "/" + quotes, new JsonObject(ask))
                .then()
                .statusCode(201)
                .extract()
                .path(where);

        String body = new JsonObject().put("quote", quote).encode();
        on(STALE, customer)
                .header(
                        "Verification-Token",
                        neighbours.tokens().verification(customer, "repayment-service", act, loan, body))
                .body(body)
                .post(loan + "/" + taken)
                .then()
                .statusCode(412)
                .body("code", equalTo("STALE_VERSION"));

        bank.get(customer, loan + "/" + taken).then().body("items", hasSize(0));
    }

    @Test
    void nothingIsPaidOnAStaleCopy() {
        on(STALE, customer)
                .header(
                        "Verification-Token",
                        neighbours.tokens().verification(customer, "repayment-service", "repayment.pay", loan, "{}"))
                .body("{}")
                .post(loan + "/payments")
                .then()
                .statusCode(412)
                .body("code", equalTo("STALE_VERSION"));
    }

    @Test
    void toOthersAVersionDoesNotSayThatThereIsALoan() {
        postOn(STALE, UUID.randomUUID(), loan + "/prepayment-quotes", new JsonObject().put("amount", 20_000_000))
                .then()
                .statusCode(404);
    }

    /** The plan of a loan is changed once something of it is repaid. */
    private void payTheFirstInstalment() {
        bank.bind(customer);
        bank.today("2026-12-22");
        bank.run("2026-12-22");
        bank.awaitInstalment(customer, id, 1, "PAID");
    }

    private Response postOn(String tag, UUID caller, String path, JsonObject body) {
        return on(tag, caller).body(body.encode()).post(path);
    }

    private RequestSpecification on(String tag, UUID caller) {
        return given().auth()
                .oauth2(neighbours.tokens().customer(caller))
                .header("Idempotency-Key", UUID.randomUUID())
                .header("If-Match", tag)
                .contentType(ContentType.JSON);
    }

    private String tag() {
        return bank.get(customer, loan).then().statusCode(200).extract().header("ETag");
    }
}
