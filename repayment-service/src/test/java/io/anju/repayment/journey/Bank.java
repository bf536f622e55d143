package io.anju.repayment.journey;

import static io.restassured.RestAssured.given;

import io.anju.testkit.environment.Neighbours;
import io.anju.testkit.environment.Outside;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/** What the people and services around repayment-service do in a test: order, bind, pay, start runs. */
public final class Bank extends Surroundings {

    /** Whose account every loan is paid out to. */
    public static final String PAYEE = "escrow-1";

    private static final Pattern CODE = Pattern.compile("[0-9]{6}");
    private static final String CARD_NUMBER = "6222020000000007";

    /** Around the service under test. */
    public Bank(Neighbours neighbours, Outside outside) {
        super(neighbours, outside);
    }

    /** Today is 22 November 2026 and LPR 3.50 %; lends at it, the first instalment due a month later. Answers with the id. */
    public UUID firstLoan(UUID customer) {
        today("2026-11-22");
        publishLpr("2026-10-20", "0.0350");
        return lend(customer, "2026-11-22", "2026-12-22", "0.0000");
    }

    /** The same, while new loans cost 3.06 % on average: its spread could come down. */
    public UUID loanAboveAverage(UUID customer) {
        today("2026-11-22");
        publishLpr("2026-10-20", "0.0350");
        publishLpr("2026-11-20", "0.0350");
        publishAverage("2026-10-25", "0.0306");
        return lend(customer, "2026-11-22", "2026-12-22", "0.0000");
    }

    /** A loan of 1,000,000.00 yuan at 3.5 % over 360 months, floating, paid out on the day; answers with its id. */
    public UUID lend(UUID customer, String start, String firstDue, String spread) {
        order(customer, start, firstDue, spread);
        return Awaitility.await("the payout")
                .until(
                        () -> get(customer, "/api/v1/loans").jsonPath(),
                        loans -> "ACTIVE".equals(loans.getString("items[0].state")))
                .getUUID("items[0].id");
    }

    /** The same, without waiting for the rail. */
    public UUID order(UUID customer, String start, String firstDue, String spread) {
        return order(customer, start, firstDue, spread, 1).getFirst();
    }

    /** So many tranches of one contract, the same each; answers with the ids of their loans. */
    public List<UUID> order(UUID customer, String start, String firstDue, String spread, int tranches) {
        JsonObject tranche = tranche(100_000_000, 360, "EQUAL_INSTALMENT", spread);
        return order(customer, start, firstDue, Collections.nCopies(tranches, tranche));
    }

    /** One contract of these tranches; answers with the ids of their loans. */
    public List<UUID> order(UUID customer, String start, String firstDue, List<JsonObject> tranches) {
        return order(customer, start, firstDue, tranches, PAYEE);
    }

    /** The same, paid out to somebody else's account. */
    public List<UUID> order(UUID customer, String start, String firstDue, List<JsonObject> tranches, String payee) {
        UUID application = UUID.randomUUID();
        tell(
                "loan-service",
                "anju.loan.disbursement-ordered.v1",
                application.toString(),
                new JsonObject()
                        .put("applicationId", application.toString())
                        .put("contractId", UUID.randomUUID().toString())
                        .put("customerId", customer.toString())
                        .put("tranches", new JsonArray(tranches))
                        .put("startDate", start)
                        .put("firstDueDate", firstDue)
                        .put("dueDay", LocalDate.parse(firstDue).getDayOfMonth())
                        .put("payee", new JsonObject().put("reference", payee)));
        return get(customer, "/api/v1/loans").jsonPath().getList("items.id", UUID.class);
    }

    /** A part of a loan at 3.5 %, floating. */
    public static JsonObject tranche(long principal, int months, String method, String spread) {
        return new JsonObject()
                .put("principal", principal)
                .put("months", months)
                .put("method", method)
                .put("annualRate", "0.0350")
                .put("rateBasis", "FLOATING")
                .put("spread", spread)
                .put("ratePeriodMonths", 12);
    }

    /** Waits until a loan of the customer's is paid out. */
    public void awaitPayout(UUID customer, UUID loan) {
        Awaitility.await("the payout of " + loan)
                .until(() -> get(customer, "/api/v1/loans/" + loan).jsonPath().getString("state"), "ACTIVE"::equals);
    }

    /** Binds a card by its number's last digits; answers with its id. */
    public UUID bind(UUID customer, String phone, String number) {
        neighbours.answer(
                "/internal/customers/" + customer + "/party",
                new JsonObject()
                        .put("name", "张三")
                        .put("idNumber", "11010519491231002X")
                        .put("phone", phone)
                        .encode());
        String body = new JsonObject().put("cardNumber", number).encode();
        UUID card = verified(customer, "card.bind", "/api/v1/cards", body)
                .post("/api/v1/cards")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getUUID("id");
        String sms = given().get(outside.url() + "/sms/messages?to=" + phone + "&limit=1")
                .jsonPath()
                .getString("items[0].text");
        var code = CODE.matcher(sms);
        if (!code.find()) {
            throw new AssertionError("no code in " + sms);
        }
        asCustomer(customer)
                .body(new JsonObject().put("code", code.group()).encode())
                .post("/api/v1/cards/" + card + "/confirmation")
                .then()
                .statusCode(200);
        return card;
    }

    public UUID bind(UUID customer) {
        return bind(customer, "13800138000", CARD_NUMBER);
    }

    /** Unbinds a card, though it may be the last for a loan only where that is acknowledged. */
    public ValidatableResponse unbind(UUID customer, UUID card, boolean acknowledged) {
        String path = "/api/v1/cards/" + card;
        return given().auth()
                .oauth2(neighbours.tokens().customer(customer))
                .header(
                        "Verification-Token",
                        neighbours.tokens().verification(customer, "repayment-service", "card.unbind", path, ""))
                .queryParam("acknowledged", acknowledged)
                .delete(path)
                .then();
    }

    /** Starts the run of a date and waits until it is done. */
    public JsonPath run(String date) {
        String staff = neighbours.tokens().staff(UUID.randomUUID(), "loan-officer");
        UUID run = given().auth()
                .oauth2(staff)
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType(ContentType.JSON)
                .body(new JsonObject().put("date", date).encode())
                .post("/api/v1/staff/due-runs")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getUUID("id");
        return Awaitility.await("the run of " + date)
                .until(
                        () -> given().auth()
                                .oauth2(staff)
                                .get("/api/v1/staff/due-runs/" + run)
                                .jsonPath(),
                        progress -> progress.getString("state").equals("DONE"));
    }

    public JsonPath awaitInstalment(UUID customer, UUID loan, int number, String state) {
        return Awaitility.await("instalment " + number + " " + state)
                .until(
                        () -> get(customer, "/api/v1/loans/" + loan + "/instalments")
                                .jsonPath(),
                        rows -> state.equals(rows.getString("items[" + (number - 1) + "].state")));
    }

    public Response get(UUID customer, String path) {
        return asCustomer(customer).get(path);
    }

    public Response getAs(String mediaType, UUID customer, String path) {
        return asCustomer(customer).accept(mediaType).get(path);
    }

    public Response post(UUID customer, String path, JsonObject body) {
        return asCustomer(customer).body(body.encode()).post(path);
    }

    public Response postVerified(UUID customer, String act, String resource, String path, JsonObject body) {
        return verified(customer, act, resource, body.encode()).post(path);
    }

    public Response pay(UUID customer, UUID loan, JsonObject body) {
        String path = "/api/v1/loans/" + loan;
        return postVerified(customer, "repayment.pay", path, path + "/payments", body);
    }

    public Response prefer(UUID customer, UUID card) {
        String path = "/api/v1/cards/" + card;
        return verified(customer, "card.prefer", path, "").put(path + "/preference");
    }

    /** Puts a card at its place in the order in which they are tried. */
    public Response place(UUID customer, UUID card, int position, boolean fallback) {
        String path = "/api/v1/cards/" + card;
        String body = new JsonObject()
                .put("position", position)
                .put("fallback", fallback)
                .encode();
        return verified(customer, "card.prefer", path, body).put(path + "/position");
    }

    /** Stops a loan's automatic debit, though it may be the way to pay only where that is acknowledged. */
    public Response stopDebit(UUID customer, UUID loan, boolean acknowledged) {
        return stopDebit(customer, loan, acknowledged, "*");
    }

    /** The same, made on a version of the switch. */
    public Response stopDebit(UUID customer, UUID loan, boolean acknowledged, String ifMatch) {
        String path = "/api/v1/loans/" + loan;
        return given().auth()
                .oauth2(neighbours.tokens().customer(customer))
                .header("If-Match", ifMatch)
                .header(
                        "Verification-Token",
                        neighbours.tokens().verification(customer, "repayment-service", "debit.stop", path, ""))
                .queryParam("acknowledged", acknowledged)
                .delete(path + "/automatic-debit");
    }

    /** Starts it again. */
    public Response startDebit(UUID customer, UUID loan, String ifMatch) {
        return given().auth()
                .oauth2(neighbours.tokens().customer(customer))
                .header("If-Match", ifMatch)
                .put("/api/v1/loans/" + loan + "/automatic-debit");
    }

    private io.restassured.specification.RequestSpecification verified(
            UUID customer, String act, String resource, String body) {
        return asCustomer(customer)
                .header(
                        "Verification-Token",
                        neighbours.tokens().verification(customer, "repayment-service", act, resource, body))
                .body(body);
    }

    private io.restassured.specification.RequestSpecification asCustomer(UUID customer) {
        return given().auth()
                .oauth2(neighbours.tokens().customer(customer))
                .header("Idempotency-Key", UUID.randomUUID())
                .header("Accept-Language", "en")
                .contentType(ContentType.JSON);
    }
}
