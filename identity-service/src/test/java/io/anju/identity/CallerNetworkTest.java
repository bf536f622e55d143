package io.anju.identity;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An IPv6 caller has a /64 of addresses to come from; all of them count as one. */
@QuarkusTest
class CallerNetworkTest extends RiskTestBase {

    private final String network = "2001:db8:%x:%x:".formatted(group(), group());

    @Test
    void codesAreCappedForAllAddressesOfANetwork() {
        openRegistrationFrom(network + "0:0:0:1").then().statusCode(201);
        sql("""
                INSERT INTO sms_code (id, purpose, phone_hash, address_hash, code_hash, sent_at, expires_at, state)
                SELECT gen_random_uuid(), purpose, decode(md5(n::text), 'hex'), address_hash, code_hash, sent_at, expires_at, 'SPENT'
                FROM (SELECT * FROM sms_code ORDER BY sent_at DESC LIMIT 1) newest, generate_series(2, 500) n""");

        openRegistrationFrom(network + "a:b:c:d").then().statusCode(429).body("code", equalTo("SMS_CAP_REACHED"));
        openRegistrationFrom("2001:db8:ffff:ffff:0:0:0:1").then().statusCode(201);
    }

    @Test
    void failuresAreCountedForAllAddressesOfANetwork() {
        for (int host = 1; host <= 3; host++) {
            refreshFrom(network + "0:0:0:" + host).then().statusCode(400);
        }

        assertEquals(3, count("SELECT max(failures) FROM failure_count WHERE subject LIKE 'stranger:%'"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0:0:0:2", "ffff:ffff:ffff:ffff"})
    void theRulesSeeTheFailuresOfItsOtherAddresses(String host) {
        var one = person().registered();
        String signIn =
                one.openSignIn(Map.of("method", "SMS", "phone", one.phone)).path("id");
        String wrong = one.newestCode().equals("000000") ? "111111" : "000000";
        from(network + "0:0:0:1")
                .body(Map.of("code", wrong))
                .post("/api/v1/sign-ins/" + signIn + "/proof")
                .then()
                .statusCode(422);
        var other = person().bound();

        openFrom(other, network + host);

        assertEquals(1, decisionsWith(other, "{\"act\": \"repayment.prepay\", \"failuresAddress24h\": 1}"));
    }

    @Test
    void aListedAddressIsItsNetworkHoweverItIsWritten() {
        String listing = list(Map.of(
                        "kind",
                        "ADDRESS",
                        "value",
                        network.toUpperCase(Locale.ROOT) + ":9",
                        "reason",
                        "reported by the police",
                        "days",
                        1))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        var customer = person().bound();

        openFrom(customer, network + "0:0:0:a");

        unlist(listing).then().statusCode(204);
        assertEquals(1, decisionsWith(customer, "{\"listedAddress\": true}"));
    }

    private Response openRegistrationFrom(String address) {
        return from(address).body(Map.of("phone", person().phone)).post("/api/v1/registrations");
    }

    private static Response refreshFrom(String address) {
        return given().header("X-Forwarded-For", address)
                .formParam("grant_type", "refresh_token")
                .formParam("client_id", "anju-app")
                .formParam("refresh_token", "made-up-" + UUID.randomUUID())
                .post("/oauth2/token");
    }

    private static int group() {
        return ThreadLocalRandom.current().nextInt(1, 0xffff);
    }
}
