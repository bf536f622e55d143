package io.anju.identity;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.pgclient.PgException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whoever declares that their tokens are bound to a key gets no others. */
@QuarkusTest
class DeclaredKeyTest extends KeyBoundTestBase {

    @Test
    void aDeviceThatDeclaresItGetsNoBearerTokens() {
        var app = app(person().registered());
        Map<String, Object> device = Map.of("id", UUID.randomUUID().toString(), "dpopBoundAccessTokens", true);
        String id = app.openSignIn();

        app.proveSignIn(id, device).then().statusCode(400).body("code", equalTo("DPOP_PROOF_MISSING"));
        app.proveSignIn(id, device, app.proofOfSignIn(id)).then().statusCode(200);
    }

    @Test
    void norDoesItAfterwardsWhateverItSays() {
        var person = person().registered();
        var app = app(person);
        String device = UUID.randomUUID().toString();
        signIn(app, Map.of("id", device, "dpopBoundAccessTokens", true), true, 200);
        allowAnotherCode();
        signIn(app, Map.of("id", device, "dpopBoundAccessTokens", false), false, 400);
        allowAnotherCode();
        signIn(app, Map.of("id", UUID.randomUUID().toString()), false, 200);
    }

    private static void signIn(KeyBoundApp app, Map<String, Object> device, boolean proves, int status) {
        String id = app.openSignIn();
        var proofs = proves ? new String[] {app.proofOfSignIn(id)} : new String[0];
        app.proveSignIn(id, device, proofs).then().statusCode(status);
    }

    /** One code a minute: the last one was sent a while ago. */
    private void allowAnotherCode() {
        sql("UPDATE sms_code SET sent_at = sent_at - interval '2 minutes'");
    }

    @Test
    void aClientThatIsKnownForItGetsNoneEither() {
        var app = app(person().registered());
        Map<String, Object> device = Map.of("clientId", IdentityEnvironment.STRICT_CLIENT);
        String id = app.openSignIn();

        app.proveSignIn(id, device).then().statusCode(400).body("code", equalTo("DPOP_PROOF_MISSING"));
        assertEquals(0, count("SELECT count(*) FROM session WHERE client_id = $1", IdentityEnvironment.STRICT_CLIENT));
    }

    @Test
    void theDatabaseKeepsNoBearerTokenInASessionThatDeclaredItsKey() {
        var app = app(person().registered());
        String id = app.openSignIn();
        app.proveSignIn(id, Map.of("dpopBoundAccessTokens", true), app.proofOfSignIn(id))
                .then()
                .statusCode(200);

        assertThrows(PgException.class, () -> sql("UPDATE refresh_token SET key_thumbprint = NULL WHERE declares_key"));
        assertThrows(PgException.class, () -> sql("""
                UPDATE refresh_token SET declares_key = false, key_thumbprint = NULL WHERE declares_key"""));
    }
}
