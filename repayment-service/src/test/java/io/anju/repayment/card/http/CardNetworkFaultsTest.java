package io.anju.repayment.card.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.anju.kit.tx.Transactions;
import io.anju.repayment.journey.Bank;
import io.anju.testkit.environment.AnjuEnvironment;
import io.anju.testkit.environment.Neighbours;
import io.anju.testkit.environment.Outside;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A card network that does what it is asked and is not heard, or takes its time. */
@QuarkusTest
@WithTestResource(value = AnjuEnvironment.class, initArgs = @ResourceArg(name = AnjuEnvironment.TWO_ROLES, value = ""))
class CardNetworkFaultsTest {

    private static final String NUMBER = "6222020000000007";
    private static final String BODY =
            new JsonObject().put("cardNumber", NUMBER).encode();

    /** The first call and the one that the client repeats by itself. */
    private static final int EVERY_ANSWER = 2;

    Neighbours neighbours;
    Outside outside;

    @Inject
    Transactions transactions;

    private final UUID customer = UUID.randomUUID();
    private final String phone = "139" + String.format("%08d", customer.hashCode() & 0x3ff_ffff);
    private final String key = UUID.randomUUID().toString();
    private Bank bank;
    private String verification;

    @BeforeEach
    void begin() {
        bank = new Bank(neighbours, outside);
        bank.today("2026-11-22");
        neighbours.answer(
                "/internal/customers/" + customer + "/party",
                new JsonObject()
                        .put("name", "张三")
                        .put("idNumber", "11010519491231002X")
                        .put("phone", phone)
                        .encode());
        verification =
                neighbours.tokens().verification(customer, "repayment-service", "card.bind", "/api/v1/cards", BODY);
    }

    @AfterEach
    void mend() {
        faults(new JsonObject());
    }

    @Test
    void oneCodeIsSentWhenTheAnswerOfTheBeginningIsLost() {
        faults(new JsonObject().put("timeoutAfterSuccess", EVERY_ANSWER));
        bind(key).then().statusCode(503);

        bind(key).then().statusCode(201).body("state", equalTo("PENDING"));

        assertEquals(1, codesSent());
    }

    @Test
    void isBoundOnceWhenTheAnswerOfTheConfirmationIsLost() {
        String card = bind(key).then().statusCode(201).extract().path("id");
        faults(new JsonObject().put("timeoutAfterSuccess", EVERY_ANSWER));
        confirm(card).then().statusCode(503);
        bank.get(customer, "/api/v1/cards").then().body("items", hasSize(0));

        confirm(card).then().statusCode(200).body("state", equalTo("BOUND"));
        confirm(card).then().statusCode(200).body("state", equalTo("BOUND"));

        bank.get(customer, "/api/v1/cards")
                .then()
                .body("items", hasSize(1))
                .body("items[0].id", equalTo(card))
                .body("items[0].last4", equalTo("0007"));
    }

    @Test
    void nothingIsLockedWhileTheNetworkThinks() {
        faults(new JsonObject().put("delayMillis", 2_000));

        var answer = CompletableFuture.supplyAsync(() -> bind(key));
        Awaitility.await("the card, for others to see, before the answer")
                .until(() -> answer.isDone() || states().equals("REQUESTED"));

        assertEquals(false, answer.isDone());
        answer.join().then().statusCode(201).body("state", equalTo("PENDING"));
        assertEquals("PENDING", states());
    }

    @Test
    void oneCodeIsSentForTheSameRequestMadeTwiceAtOnce() {
        faults(new JsonObject().put("delayMillis", 500));

        var other = CompletableFuture.supplyAsync(() -> bind(key));
        int status = bind(key).statusCode();

        // The one that comes while the other is being written down is told to come again.
        assertTrue(List.of(201, 409).contains(status), () -> "status " + status);
        assertTrue(List.of(201, 409).contains(other.join().statusCode()));
        bind(key).then().statusCode(201).body("state", equalTo("PENDING"));
        assertEquals(1, codesSent());
        assertEquals("PENDING", states());
    }

    @Test
    void aVerificationIsGoodForOneCodeAlone() {
        bind(key).then().statusCode(201);

        bind(UUID.randomUUID().toString()).then().statusCode(403).body("code", equalTo("VERIFICATION_USED"));

        assertEquals(1, codesSent());
    }

    @Test
    void aCardThatTheNetworkDoesNotKnowIsRefusedHoweverOftenItIsAsked() {
        String body = new JsonObject().put("cardNumber", "6222020000000008").encode();
        verification =
                neighbours.tokens().verification(customer, "repayment-service", "card.bind", "/api/v1/cards", body);
        for (int time = 0; time < 2; time++) {
            post("/api/v1/cards", key, body)
                    .then()
                    .statusCode(422)
                    .body("code", equalTo("CARD_NOT_ACCEPTED"))
                    .body("reason", equalTo("CARD_NUMBER_UNKNOWN"));
        }
    }

    private Response bind(String idempotencyKey) {
        return post("/api/v1/cards", idempotencyKey, BODY);
    }

    private Response confirm(String card) {
        String code = messages().getString("items[0].text").replaceAll("\\D*([0-9]{6}).*", "$1");
        return post(
                "/api/v1/cards/" + card + "/confirmation",
                key,
                new JsonObject().put("code", code).encode());
    }

    private Response post(String path, String idempotencyKey, String body) {
        return given().auth()
                .oauth2(neighbours.tokens().customer(customer))
                .header("Idempotency-Key", idempotencyKey)
                .header("Verification-Token", verification)
                .contentType(ContentType.JSON)
                .body(body)
                .post(path);
    }

    private int codesSent() {
        return messages().getList("items").size();
    }

    private io.restassured.path.json.JsonPath messages() {
        return given().get(outside.url() + "/sms/messages?to=" + phone + "&limit=10")
                .jsonPath();
    }

    private String states() {
        return transactions
                .run(tx -> tx.select("select string_agg(state, ',') from card where customer_id = $1", customer))
                .map(rows -> String.valueOf(rows.getFirst()[0]))
                .await()
                .indefinitely();
    }

    private void faults(JsonObject plan) {
        given().contentType(ContentType.JSON)
                .body(plan.encode())
                .put(outside.url() + "/card-network/faults")
                .then()
                .statusCode(200);
    }
}
