package io.anju.identity;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.anju.identity.passkey.Passkeys;
import io.anju.kit.tx.Transactions;
import io.anju.testkit.passkey.EmulatedAuthenticator;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.pgclient.PgException;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An act that waits: proved now, done a day later, and cancelled in between by whoever did not ask for it. */
@QuarkusTest
class VerificationDelayTest extends IdentityTestBase {

    private static final String CHANGES = "/api/v1/me/phone-changes";
    private static final String BODY = "{\"phone\":\"13912345678\"}";

    @Inject
    Transactions transactions;

    @Inject
    Passkeys passkeys;

    private TestPerson customer = new TestPerson("");

    /** The account is a month old, its one passkey of today: a thief's, perhaps. */
    @BeforeEach
    void anOldAccountWithAYoungPasskey() {
        customer = person().bound();
        sql("UPDATE customer SET registered_at = now() - interval '30 days' WHERE id = $1", customer.id);
    }

    @Test
    void provedNowDoneADayLaterAndToldAtOnceOnEveryChannel() {
        Response opened = open();
        opened.then().statusCode(201).body("delay", equalTo("PT24H"));
        Response proved = prove(opened);

        proved.then().statusCode(202).body("state", equalTo("DELAYED")).body("verificationToken", nullValue());
        var readyAt = Instant.parse(proved.path("readyAt"));
        assertEquals(Duration.ofHours(48), Duration.between(readyAt, Instant.parse(proved.path("expiresAt"))));
        assertThat(customer.newestSms(), allOf(containsString("更换手机号"), containsString("取消")));
        assertEquals(1, count("""
                        SELECT count(*) FROM outbox_event WHERE type = 'anju.risk.delayed.v1' AND subject = $1
                        AND data::jsonb ->> 'act' = 'PHONE_CHANGE' AND data::jsonb ->> 'verificationId' = $2""", customer.id.toString(), proved.path("id")));
        list().then()
                .body("items", hasSize(1))
                .body("items[0].id", equalTo(proved.path("id")))
                .body("items[0].act", equalTo("phone.change"));
        collect(proved)
                .then()
                .statusCode(409)
                .body("code", equalTo("VERIFICATION_NOT_READY"))
                .body("readyAt", equalTo(readyAt.truncatedTo(ChronoUnit.MICROS).toString()));
        prove(opened).then().statusCode(409).body("code", equalTo("VERIFICATION_PROVEN_ALREADY"));
    }

    @Test
    void theTokenOfOneThatHasWaitedOpensItsDoorOnceHoweverOftenItIsFetched() {
        Response waiting = prove(open());
        shift(waiting, "25 hours");

        Response first = collect(waiting);
        Response again = collect(waiting);

        assertEquals(
                first.then().statusCode(200).extract().<String>path("jti"),
                again.then().statusCode(200).extract().<String>path("jti"));
        list().then().body("items", hasSize(0));
        customer.request()
                .header("Verification-Token", first.<String>path("verificationToken"))
                .body(BODY)
                .post(CHANGES)
                .then()
                .statusCode(201);
        customer.request()
                .header("Verification-Token", again.<String>path("verificationToken"))
                .body(BODY)
                .post(CHANGES)
                .then()
                .statusCode(403)
                .body("code", equalTo("VERIFICATION_USED"));
        sql(
                "UPDATE verification SET token_expires_at = now() - interval '1 second' WHERE id = $1",
                UUID.fromString(waiting.path("id")));
        collect(waiting).then().statusCode(409).body("code", equalTo("VERIFICATION_PROVEN_ALREADY"));
        cancel(customer, waiting).then().statusCode(409).body("code", equalTo("VERIFICATION_PROVEN_ALREADY"));
    }

    @Test
    void aPasskeyThatWaitedIsEnrolledAsItWasMade() {
        var another = new EmulatedAuthenticator();
        String options = customer.request().post("/api/v1/passkeys/options").asString();
        String body = "{\"credential\":" + another.create(options, TestPerson.ORIGIN) + ",\"name\":\"tablet\"}";
        Response waiting =
                prove(customer.openVerification("passkey.add", "/api/v1/passkeys", "identity-service", body, null));
        waiting.then().statusCode(202);
        assertThat(customer.newestSms(), containsString("添加通行密钥"));
        shift(waiting, "25 hours");
        sql(
                "UPDATE passkey_enrolment SET expires_at = expires_at - interval '25 hours' WHERE person_id = $1",
                customer.id);

        customer.request()
                .header("Verification-Token", collect(waiting).<String>path("verificationToken"))
                .header("Idempotency-Key", UUID.randomUUID())
                .body(body)
                .post("/api/v1/passkeys")
                .then()
                .statusCode(201);
    }

    @Test
    void fetchedByManyAtOnceItIsOneToken() {
        Response waiting = prove(open());
        shift(waiting, "25 hours");

        try (var threads = Executors.newFixedThreadPool(4)) {
            var answers = Stream.generate(() -> CompletableFuture.supplyAsync(() -> collect(waiting), threads))
                    .limit(4)
                    .toList();
            Set<String> ids = answers.stream()
                    .map(CompletableFuture::join)
                    .map(answer -> answer.then().statusCode(200).extract().<String>path("jti"))
                    .collect(Collectors.toSet());
            assertEquals(1, ids.size());
        }
    }

    @Test
    void whatNobodyFetchesInTimeIsOver() {
        Response waiting = prove(open());
        shift(waiting, "73 hours");

        collect(waiting).then().statusCode(410).body("code", equalTo("VERIFICATION_EXPIRED"));
        list().then().body("items", hasSize(0));
    }

    @Test
    void isCancelledByOneCallAndGivesNothingAfterwards() {
        Response waiting = prove(open());
        // On another device, with no proof but being signed in.
        customer.hold(
                customer.signInByPasskey().then().statusCode(200).extract().jsonPath());

        cancel(customer, waiting).then().statusCode(200).body("state", equalTo("CANCELLED"));

        cancel(customer, waiting).then().statusCode(200).body("state", equalTo("CANCELLED"));
        shift(waiting, "25 hours");
        collect(waiting).then().statusCode(410).body("code", equalTo("VERIFICATION_CANCELLED"));
        list().then().body("items", hasSize(0));
    }

    @Test
    void belongsToItsPersonAlone() {
        Response waiting = prove(open());
        var other = person().registered();

        cancel(other, waiting).then().statusCode(404);
        other.request()
                .post("/api/v1/verifications/" + waiting.path("id") + "/token")
                .then()
                .statusCode(404);
        other.request().get("/api/v1/verifications").then().body("items", hasSize(0));
        list().then().body("items", hasSize(1));
    }

    @Test
    void endsWithThePasskeyThatProvedIt() {
        Response waiting = prove(open());

        transactions.run(tx -> passkeys.revokeAll(tx, customer.id)).await().indefinitely();

        shift(waiting, "25 hours");
        collect(waiting).then().statusCode(410).body("code", equalTo("VERIFICATION_CANCELLED"));
    }

    @Test
    void neitherCancelledNorFetchedWhenItDoesNotWait() {
        Response opened = customer.openVerification("card.bind", "/api/v1/cards", "repayment-service", "{}", null);
        opened.then().statusCode(201).body("delay", nullValue());

        cancel(customer, opened).then().statusCode(409).body("code", equalTo("VERIFICATION_NOT_DELAYED"));
        collect(opened).then().statusCode(409).body("code", equalTo("VERIFICATION_NOT_DELAYED"));
        prove(opened).then().statusCode(200);
        collect(opened).then().statusCode(409).body("code", equalTo("VERIFICATION_PROVEN_ALREADY"));
    }

    @Test
    void theDatabaseGivesNoTokenBeforeItsTime() {
        UUID waiting = UUID.fromString(prove(open()).path("id"));

        for (String collected : List.of("ready_at - interval '1 second'", "collect_until", "NULL")) {
            assertThrows(PgException.class, () -> sql("""
                            UPDATE verification SET state = 'PROVEN', token_id = gen_random_uuid(),
                                token_expires_at = now(), collected_at = %s WHERE id = $1""".formatted(collected), waiting));
        }
    }

    private Response open() {
        return customer.openVerification("phone.change", CHANGES, "identity-service", BODY, null);
    }

    private Response prove(Response opened) {
        return customer.proveVerification(opened.path("id"), customer.assertion(opened));
    }

    private Response list() {
        return customer.request().get("/api/v1/verifications");
    }

    private Response collect(Response waiting) {
        return customer.request().post("/api/v1/verifications/" + waiting.path("id") + "/token");
    }

    private static Response cancel(TestPerson person, Response waiting) {
        return person.request().post("/api/v1/verifications/" + waiting.path("id") + "/cancellation");
    }

    /** As if it had been proved longer ago. */
    private void shift(Response waiting, String by) {
        sql("""
                UPDATE verification SET proven_at = proven_at - interval '%1$s', ready_at = ready_at - interval '%1$s',
                    collect_until = collect_until - interval '%1$s' WHERE id = $1""".formatted(by), UUID.fromString(waiting.path("id")));
    }
}
