package io.anju.repayment.card.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.anju.repayment.journey.Bank;
import io.anju.testkit.environment.AnjuEnvironment;
import io.anju.testkit.environment.Neighbours;
import io.anju.testkit.environment.Outside;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Three cards of one customer, and the order in which they are tried. */
@QuarkusTest
@WithTestResource(value = AnjuEnvironment.class, initArgs = @ResourceArg(name = AnjuEnvironment.TWO_ROLES, value = ""))
class CardPositionTest {

    Neighbours neighbours;
    Outside outside;

    private final UUID customer = UUID.randomUUID();
    private Bank bank;
    private List<UUID> bound;

    @BeforeEach
    void begin() {
        bank = new Bank(neighbours, outside);
        bank.today("2026-11-22");
        bound = List.of("6222023405000010", "6222023405000028", "6222023405000036").stream()
                .map(number -> bank.bind(customer, "13800138091", number))
                .toList();
    }

    @Test
    void listsTheCardsAsTheyWereBoundUntilTheCustomerSaysOtherwise() {
        assertEquals(bound, listed());
        bank.get(customer, "/api/v1/cards")
                .then()
                .body("items.position", equalTo(List.of(1, 2, 3)))
                .body("items.preferred", equalTo(List.of(true, false, false)))
                .body("items.fallback", equalTo(List.of(false, false, false)));
    }

    @Test
    void putsACardAtItsPlaceAndAgreesToThatOneAlone() {
        bank.place(customer, bound.get(2), 2, true)
                .then()
                .statusCode(200)
                .body("position", equalTo(2))
                .body("fallback", equalTo(true))
                .body("preferred", equalTo(false));

        assertEquals(List.of(bound.get(0), bound.get(2), bound.get(1)), listed());
        bank.get(customer, "/api/v1/cards").then().body("items.fallback", equalTo(List.of(false, true, false)));
        bank.get(customer, "/api/v1/cards/" + bound.get(1))
                .then()
                .body("position", equalTo(3))
                .body("fallback", equalTo(false));
    }

    @Test
    void theFirstPlaceIsTheDefaultAndAPlaceBehindAllTheLast() {
        bank.place(customer, bound.get(1), 1, false).then().body("preferred", equalTo(true));
        assertEquals(List.of(bound.get(1), bound.get(0), bound.get(2)), listed());

        bank.place(customer, bound.get(1), 100, false).then().body("position", equalTo(3));
        assertEquals(List.of(bound.get(0), bound.get(2), bound.get(1)), listed());
        bank.get(customer, "/api/v1/cards").then().body("items.preferred", equalTo(List.of(true, false, false)));
    }

    @Test
    void theSameAgainChangesNothing() {
        bank.place(customer, bound.get(2), 2, true).then().statusCode(200);
        bank.place(customer, bound.get(2), 2, true).then().statusCode(200);

        assertEquals(List.of(bound.get(0), bound.get(2), bound.get(1)), listed());
    }

    @Test
    void theDefaultThatIsUnboundGivesItsPlaceToACardThatWasAgreedTo() {
        bank.place(customer, bound.get(2), 3, true).then().statusCode(200);

        bank.unbind(customer, bound.getFirst(), false).statusCode(204);

        assertEquals(List.of(bound.get(2), bound.get(1)), listed());
        bank.get(customer, "/api/v1/cards").then().body("items.position", equalTo(List.of(1, 2)));
    }

    @Test
    void takesTheVerificationOfChangingTheDefaultCard() {
        given().auth()
                .oauth2(neighbours.tokens().customer(customer))
                .contentType(ContentType.JSON)
                .body("{\"position\":1}")
                .put("/api/v1/cards/" + bound.get(1) + "/position")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", containsString("act=\"card.prefer\""));
        assertEquals(bound, listed());
    }

    @Test
    void somebodyElsesCardIsNotThere() {
        bank.place(UUID.randomUUID(), bound.get(1), 1, true).then().statusCode(404);

        assertEquals(bound, listed());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 101})
    void refusesAPlaceThatIsNone(int position) {
        bank.place(customer, bound.get(1), position, true).then().statusCode(400);

        assertEquals(bound, listed());
    }

    private List<UUID> listed() {
        return bank.get(customer, "/api/v1/cards").jsonPath().getList("items.id", UUID.class);
    }
}
