package io.anju.identity;

import io.anju.testkit.dpop.ProofKey;
import java.util.Map;

/** Somebody whose app signs in with a key of its own, and what tokens say of it. */
abstract class KeyBoundTestBase extends IdentityTestBase {

    KeyBoundApp app(TestPerson person) {
        return new KeyBoundApp(person, ProofKey.es256());
    }

    KeyBoundApp signedIn() {
        return app(person().registered()).signedIn();
    }

    static String keyOf(String accessToken) throws Exception {
        return JourneyTest.read(accessToken, "at+jwt", "anju-api")
                .getClaimValue("cnf", Map.class)
                .get("jkt")
                .toString();
    }
}
