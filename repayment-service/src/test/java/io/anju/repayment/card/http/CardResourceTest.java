package io.anju.repayment.card.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.anju.repayment.journey.Bank;
import io.anju.testkit.environment.AnjuEnvironment;
import io.anju.testkit.environment.Neighbours;
import io.anju.testkit.environment.Outside;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = AnjuEnvironment.class, initArgs = @ResourceArg(name = AnjuEnvironment.TWO_ROLES, value = ""))
class CardResourceTest {

    private static final String ONE = "6222020000000007";
    private static final String OTHER = "6217000000000006";

    Neighbours neighbours;
    Outside outside;

    private final UUID customer = UUID.randomUUID();
    private Bank bank;

    @BeforeEach
    void begin() {
        bank = new Bank(neighbours, outside);
        bank.today("2026-11-22");
    }

    @Test
    void bindsACardAndShowsItsLastFourDigitsAlone() {
        UUID card = bank.bind(customer, "13800138021", ONE);

        assertEquals(
                "0007",
                neighbours
                        .awaitEvent("anju.card.bound.v1", card.toString())
                        .path("last4")
                        .asText());
        bank.get(customer, "/api/v1/cards")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].last4", equalTo("0007"))
                .body("items[0].preferred", equalTo(true));
    }

    @Test
    void asksForAVerificationFirst() {
        bank.post(customer, "/api/v1/cards", new JsonObject().put("cardNumber", ONE))
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", startsWith("Bearer error=\"insufficient_user_authentication\""));
    }

    @Test
    void refusesACustomerWhoseNameIsNotVerified() {
        bank.postVerified(
                        customer,
                        "card.bind",
                        "/api/v1/cards",
                        "/api/v1/cards",
                        new JsonObject().put("cardNumber", ONE))
                .then()
                .statusCode(409)
                .body("code", equalTo("CARD_HOLDER_NOT_VERIFIED"));
    }

    @Test
    void debitsThePreferredCard() {
        bank.bind(customer, "13800138022", ONE);
        UUID other = bank.bind(customer, "13800138022", OTHER);

        given().auth()
                .oauth2(neighbours.tokens().customer(customer))
                .put("/api/v1/cards/" + other + "/preference")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", containsString("act=\"card.prefer\""));
        bank.get(customer, "/api/v1/cards").then().body("items[0].id", not(equalTo(other.toString())));

        bank.prefer(customer, other).then().statusCode(200).body("preferred", equalTo(true));

        bank.get(customer, "/api/v1/cards").then().body("items[0].id", equalTo(other.toString()));
    }

    @Test
    void warnsBeforeALoanIsLeftWithoutACard() {
        UUID card = bank.bind(customer, "13800138023", ONE);
        bank.lend(customer, "2026-11-22", "2026-12-22", "0.0000");

        bank.unbind(customer, card, false).statusCode(409).body("code", equalTo("CARD_LAST_FOR_ACTIVE_LOAN"));
        bank.unbind(customer, card, true).statusCode(204);

        bank.get(customer, "/api/v1/cards").then().body("items", hasSize(0));
    }

    @Test
    void listsEverythingThatTakesMoneyByItself() {
        UUID card = bank.bind(customer, "13800138024", ONE);
        bank.lend(customer, "2026-11-22", "2026-12-22", "0.0000");

        bank.get(customer, "/api/v1/me/automatic-debits")
                .then()
                .statusCode(200)
                .body("items[0].nextDate", equalTo("2026-12-22"))
                .body("items[0].amount", equalTo(449_045))
                .body("items[0].stop", equalTo("/api/v1/cards/" + card));
    }
}
