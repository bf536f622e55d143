package io.anju.kit;

import io.quarkus.test.junit.QuarkusTest;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Identity's keys change without a restart here. */
@QuarkusTest
class KeyRotationTest extends KitTestBase {

    @Test
    void takesATokenOfAKeyThatIsNewHere() {
        as(customer).get("/api/v1/doors/me").then().statusCode(200);

        neighbours.tokens().rotate();

        // An unknown key is looked for at most once in two seconds.
        Awaitility.await()
                .atMost(5, TimeUnit.SECONDS)
                .untilAsserted(() -> as(customer).get("/api/v1/doors/me").then().statusCode(200));
    }
}
