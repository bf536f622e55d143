package io.anju.identity;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The list of what is known to be bad: how it is kept, and what the rules make of it. */
@QuarkusTest
class RiskListingTest extends RiskTestBase {

    @Test
    void holdsTheActsOfAnAccountWhosePhoneIsListedUntilItIsTakenOff() {
        var customer = person().bound();
        String listing = named("PHONE", "+86 " + customer.phone)
                .then()
                .statusCode(201)
                .body("kind", equalTo("PHONE"))
                .extract()
                .path("id");

        String held = customer.openVerification("card.bind", "/api/v1/cards", "repayment-service", "{}", null)
                .then()
                .statusCode(403)
                .body("code", equalTo("RISK_HELD"))
                .body("reason", containsString("reported for fraud"))
                .extract()
                .path("id");
        customer.signInByPasskey().then().statusCode(200);
        var other = person().bound();
        other.openVerification("card.bind", "/api/v1/cards", "repayment-service", "{}", null)
                .then()
                .statusCode(201);
        assertEquals(1, decisionsWith(customer, "{\"act\": \"card.bind\", \"listedPhone\": true}"));
        list("PHONE", held).then().statusCode(201).body("id", equalTo(listing));

        unlist(listing).then().statusCode(204);
        customer.openVerification("card.bind", "/api/v1/cards", "repayment-service", "{}", null)
                .then()
                .statusCode(201);
    }

    @Test
    void anEntryIsReadByItsAddressUntilItIsTakenOff() {
        var put = named("ADDRESS", "203.0.113." + ThreadLocalRandom.current().nextInt(256))
                .then()
                .statusCode(201)
                .extract();
        String listing = put.path("id");

        officer()
                .request()
                .get(put.header("Location"))
                .then()
                .statusCode(200)
                .body("id", equalTo(listing))
                .body("kind", equalTo("ADDRESS"));
        unlist(listing).then().statusCode(204);
        officer().request().get(LISTINGS + "/" + listing).then().statusCode(404);
    }

    @Test
    void keepsOfAListedPhoneNothingButAKeyedHash() {
        String number = "138" + "%08d".formatted(ThreadLocalRandom.current().nextInt(100_000_000));
        String listing = named("PHONE", number).then().statusCode(201).extract().path("id");

        assertEquals(1, count("""
                        SELECT count(*) FROM risk_listed WHERE id = $1 AND length(trace) = 32
                            AND position($2 IN risk_listed::text) = 0
                            AND position(encode(sha256($2::bytea), 'hex') IN encode(trace, 'hex')) = 0""", UUID.fromString(listing), number));
    }

    @Test
    void aNetworkIsListedByAnyAddressOfIt() {
        String network = "100.64." + ThreadLocalRandom.current().nextInt(256) + ".";
        String listing =
                named("PREFIX", network + "1").then().statusCode(201).extract().path("id");
        var customer = person().bound();

        openFrom(customer, network + "200");

        unlist(listing).then().statusCode(204);
        assertEquals(1, decisionsWith(customer, "{\"listedAddress\": true}"));
    }

    @ParameterizedTest
    @CsvSource({
        "PHONE, 12345, PHONE_MALFORMED",
        "PHONE, 203.0.113.7, PHONE_MALFORMED",
        "ADDRESS, example.com, ADDRESS_MALFORMED",
        "PREFIX, 203.0.113.0/24, ADDRESS_MALFORMED",
        "DEVICE, some-device, DECISION_NEEDED",
    })
    void aNameThatNamesNothingIsRefused(String kind, String value, String code) {
        named(kind, value)
                .then()
                .statusCode(400)
                .body("fields[0].field", equalTo("value"))
                .body("fields[0].code", equalTo(code));
    }

    @Test
    void anEntryIsNamedInOneWay() {
        list(Map.of("kind", "PHONE", "reason", "r", "days", 1))
                .then()
                .statusCode(400)
                .body("fields[0].code", equalTo("ONE_OF_TWO"));
        list(Map.of(
                        "kind", "PHONE",
                        "decision", UUID.randomUUID().toString(),
                        "value", "13800000000",
                        "reason", "r",
                        "days", 1))
                .then()
                .statusCode(400)
                .body("fields[0].code", equalTo("ONE_OF_TWO"));
    }

    @Test
    void theListChangesWithTheSecondKeyAlone() {
        var officer = officer();
        officer.request()
                .header("Idempotency-Key", UUID.randomUUID())
                .body(Map.of("kind", "PHONE", "value", "13800000000", "reason", "r", "days", 1))
                .post(LISTINGS)
                .then()
                .statusCode(401)
                .body("code", equalTo("VERIFICATION_REQUIRED"));
        officer.request()
                .delete(LISTINGS + "/" + UUID.randomUUID())
                .then()
                .statusCode(401)
                .body("code", equalTo("VERIFICATION_REQUIRED"));
    }

    private Response named(String kind, String value) {
        return list(Map.of("kind", kind, "value", value, "reason", "reported by the police", "days", 1));
    }
}
