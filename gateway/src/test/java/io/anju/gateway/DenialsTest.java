package io.anju.gateway;

import static io.restassured.RestAssured.given;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Those who are not let in are counted and, where a token was shown, named in the log. */
@QuarkusTest
@WithTestResource(Neighbours.class)
class DenialsTest {
    @TestHTTPResource(value = "metrics", management = true)
    private URI metrics;

    private static final Logger LOG = Logger.getLogger("io.anju.gateway.access.Denials");

    private final List<String> logged = new CopyOnWriteArrayList<>();
    private final Handler listener = new Handler() {
        @Override
        public void publish(LogRecord line) {
            var extended = (ExtLogRecord) line;
            logged.add(extended.getFormattedMessage() + " trace " + extended.getMdc("traceId"));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        LOG.addHandler(listener);
    }

    @AfterEach
    void listenNoMore() {
        LOG.removeHandler(listener);
    }

    private double counted(String code) {
        return given().get(metrics)
                .asString()
                .lines()
                .filter(line -> line.startsWith("anju_gateway_denials_total") && line.contains('"' + code + '"'))
                .mapToDouble(line -> Double.parseDouble(line.split(" ")[1]))
                .sum();
    }

    @Test
    void aMissingRoleIsCountedAndLoggedWithoutThePath() {
        var before = counted("ROLE_MISSING");

        String trace = given().header("Authorization", "Bearer " + TestTokens.customer())
                .get("/api/v1/staff/applications/4711")
                .then()
                .statusCode(403)
                .extract()
                .path("traceId");

        assertEquals(before + 1, counted("ROLE_MISSING"));
        assertThat(logged, hasItem(containsString("ROLE_MISSING at GET of loan (usual)")));
        assertThat(logged, hasItem(containsString("trace " + trace)));
        assertThat(logged.toString(), not(containsString("4711")));
    }

    @Test
    void theRequestIdOfAnAnswerIsFoundInTheLog() {
        String id = given().header("Authorization", "Bearer nonsense")
                .get("/api/v1/me")
                .then()
                .statusCode(401)
                .extract()
                .header("X-Request-Id");

        assertThat(logged, hasItem(containsString("trace " + id)));
    }

    @Test
    void aBadTokenIsLoggedWithItsReasonAndNotWithItsText() {
        given().header("Authorization", "Bearer nonsense")
                .get("/api/v1/me")
                .then()
                .statusCode(401);

        assertThat(logged, hasItem(containsString("TOKEN_INVALID at GET of identity")));
        assertThat(logged.toString(), not(containsString("nonsense")));
    }

    @Test
    void aStrangerIsCountedOnly() {
        var before = counted("TOKEN_MISSING");

        given().get("/api/v1/me").then().statusCode(401);

        assertEquals(before + 1, counted("TOKEN_MISSING"));
        assertEquals(List.of(), logged);
    }
}
