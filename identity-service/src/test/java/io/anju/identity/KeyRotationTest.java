package io.anju.identity;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.anju.kit.token.PublishedKeys;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.awaitility.Awaitility;
import org.jose4j.jwx.JsonWebStructure;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Signing keys change by schedule and by command, while people work. */
@QuarkusTest
class KeyRotationTest extends IdentityTestBase {

    // Patience for a busy machine; keys and the key set are read again every second here.
    private static final Duration SOON = Duration.ofSeconds(30);

    private static final String KEYS = "/api/v1/staff/signing-keys";

    private static TestPerson admin;

    @Inject
    PublishedKeys verifiers;

    @BeforeEach
    void staffIsThere() {
        Awaitility.await().until(() -> count("SELECT count(*) FROM staff_member WHERE name = 'admin Shen'") == 1);
        if (admin == null) {
            admin = StaffEnrolment.signedIn(person(), "shen-code");
        }
        admin.refresh();
    }

    @Test
    void aKeyThatIsOldEnoughIsReplacedByScheduleWithoutAFailedRequest() throws Exception {
        var customer = person().registered();
        newestKeySigns(customer);
        String before = customer.accessToken;
        long keys = count("SELECT count(*) FROM signing_key");
        sql(
                "UPDATE signing_key SET created_at = created_at - interval '31 days', signs_from = signs_from - interval '31 days'");

        working(customer, before, () -> count("SELECT count(*) FROM signing_key") == keys + 1);
        assertEquals(keyOf(before), keyOf(customer.accessToken), "a new key signs two minutes after it was published");

        twoMinutesLater();
        working(customer, before, () -> !keyOf(customer.accessToken).equals(keyOf(before)));
        given().get("/.well-known/jwks.json")
                .then()
                .body("keys.kid", hasItems(keyOf(before), keyOf(customer.accessToken)));
    }

    @Test
    void aKeyOfTheOtherAlgorithmIsMadeOnDemandAndItsTokensAreTaken() throws Exception {
        var customer = person().registered();
        String before = customer.accessToken;
        rotate("?algorithm=EDDSA").then().statusCode(200).body("items.algorithm", hasItem("EdDSA"));
        twoMinutesLater();

        working(customer, before, () -> algorithmOf(customer.accessToken).equals("EdDSA"));
        given().get("/.well-known/jwks.json").then().body("keys.crv", hasItems("P-256", "Ed25519"));
        given().get("/.well-known/jwks.json").then().body("keys.d", everyItem(nullValue()));

        // Back to what is configured, for the tests that follow.
        rotate("").then().statusCode(200);
        twoMinutesLater();
        working(customer, before, () -> algorithmOf(customer.accessToken).equals("ES256"));
        assertNotEquals(keyOf(before), keyOf(customer.accessToken));
    }

    /** Another test may have left a key that waits for its turn, which ageing would bring on. */
    private void newestKeySigns(TestPerson customer) {
        twoMinutesLater();
        working(
                customer,
                customer.accessToken,
                () -> count(
                                "SELECT count(*) FROM signing_key WHERE kid = $1 AND signs_from = (SELECT max(signs_from) FROM signing_key)",
                                keyOf(customer.accessToken))
                        == 1);
    }

    /** Within the lead of a new key every verifier reads the key set again. */
    private void twoMinutesLater() {
        Awaitility.await("the verifiers").atMost(SOON).until(() -> {
            Set<String> known = verifiers.current().ids();
            return count(
                            "SELECT count(*) FROM signing_key WHERE kid <> ALL ($1) AND signs_from = (SELECT max(signs_from) FROM signing_key)",
                            (Object) known.toArray(String[]::new))
                    == 0;
        });
        sql(
                "UPDATE signing_key SET created_at = created_at - interval '2 minutes', signs_from = signs_from - interval '2 minutes'");
    }

    /** Goes on refreshing and reading until it is so; every single request succeeds, with the old token too. */
    private static void working(TestPerson customer, String oldToken, java.util.concurrent.Callable<Boolean> until) {
        Awaitility.await().atMost(SOON).pollInterval(Duration.ofMillis(200)).until(() -> {
            customer.refresh();
            customer.request().get("/api/v1/me").then().statusCode(200);
            TestPerson.anonymous()
                    .auth()
                    .oauth2(oldToken)
                    .get("/api/v1/me")
                    .then()
                    .statusCode(200);
            return until.call();
        });
    }

    private static String keyOf(String token) throws JoseException {
        return JsonWebStructure.fromCompactSerialization(token).getKeyIdHeaderValue();
    }

    private static String algorithmOf(String token) throws JoseException {
        return JsonWebStructure.fromCompactSerialization(token).getAlgorithmHeaderValue();
    }

    @Test
    void aRotationWithAnAlgorithmThatNobodyKnowsIsRefused() {
        for (String algorithm : List.of("HS256", "none", "RS256")) {
            assertEquals(404, rotate("?algorithm=" + algorithm).statusCode());
        }
    }

    @Test
    void theAdministratorSeesByWhichMasterKeyThePrivateKeysAreSealed() {
        admin.request()
                .get(KEYS + "/master-key")
                .then()
                .statusCode(200)
                .body("here.size()", equalTo(1))
                .body(
                        "byMasterKey.masterKey",
                        hasItem(admin.request()
                                .get(KEYS + "/master-key")
                                .path("current")
                                .toString()));
        person().registered().request().get(KEYS + "/master-key").then().statusCode(403);
    }

    @Test
    void changingKeysTakesTheSecondKeyForThisDoor() {
        String rotation = admin.verify("keys.rotate", KEYS + "/rotation", "identity-service", "");
        String signing = signingKey();

        TestStaff.post(admin, "none", KEYS + "/rotation", "").then().statusCode(401);
        TestStaff.post(admin, rotation, KEYS + "/" + signing + "/withdrawal", "")
                .then()
                .statusCode(403)
                .body("code", equalTo("VERIFICATION_MISMATCH"));
        assertEquals(0, count("SELECT count(*) FROM signing_key WHERE withdrawn_at IS NOT NULL AND kid = $1", signing));
    }

    @Test
    void aStolenKeyIsWithdrawnAtOnceAndPeopleGoOn() throws Exception {
        var customer = person().registered();
        String stolen = keyOf(customer.accessToken);

        withdraw(stolen)
                .then()
                .statusCode(200)
                .body("items.find { it.kid == '" + stolen + "' }.withdrawnAt", notNullValue());

        Awaitility.await("identity and every verifier").atMost(SOON).untilAsserted(() -> {
            given().get("/.well-known/jwks.json").then().body("keys.kid", not(hasItem(stolen)));
            customer.request().get("/api/v1/me").then().statusCode(401);
        });
        customer.refresh();
        assertNotEquals(stolen, keyOf(customer.accessToken));
        customer.request().get("/api/v1/me").then().statusCode(200);
        admin.refresh();
        withdraw(stolen).then().statusCode(404);
    }

    private Response rotate(String query) {
        String token = admin.verify("keys.rotate", KEYS + "/rotation", "identity-service", "");
        return TestStaff.post(admin, token, KEYS + "/rotation" + query, "");
    }

    private Response withdraw(String kid) {
        return TestStaff.act(admin, "keys.rotate", KEYS + "/" + kid + "/withdrawal", "", "");
    }

    private static String signingKey() {
        try {
            return keyOf(admin.accessToken);
        } catch (JoseException e) {
            throw new AssertionError(e);
        }
    }
}
