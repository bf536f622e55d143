package io.anju.loan.underwriting.bureau;

import static org.junit.jupiter.api.Assertions.assertEquals;

import au.com.dius.pact.consumer.ConsumerPactBuilder;
import au.com.dius.pact.consumer.dsl.PactDslJsonBody;
import au.com.dius.pact.core.model.RequestResponsePact;
import io.anju.loan.underwriting.Parties;
import io.anju.loan.underwriting.Party;
import io.anju.testkit.environment.AnjuEnvironment;
import io.anju.testkit.environment.Neighbours;
import io.anju.testkit.pact.PactFiles;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What this service expects of identity-service, which verifies it in its own tests. */
@QuarkusTest
@WithTestResource(AnjuEnvironment.class)
class IdentityPactTest {

    private static final UUID KNOWN = UUID.fromString("0199a3c5-7c1e-7000-8000-4f6b2b9d1a10");

    Neighbours neighbours;

    @Inject
    Parties parties;

    private static RequestResponsePact pact() {
        return ConsumerPactBuilder.consumer("loan-service")
                .hasPactWith("identity-service")
                .given("a customer who consents to credit checks")
                .uponReceiving("who a customer is, for a credit check")
                .method("GET")
                .pathFromProviderState(
                        "/internal/customers/${customer}/party", "/internal/customers/%s/party".formatted(KNOWN))
                .query("purpose=CREDIT_CHECK")
                .willRespondWith()
                .status(200)
                .body(new PactDslJsonBody()
                        .stringType("name", "张三")
                        .stringMatcher("idNumber", "\\d{17}[\\dX]", "11010519491231002X"))
                .toPact();
    }

    @Test
    void learnsWhoACustomerIsForACreditCheck() {
        var played = neighbours.play(pact());

        assertEquals(
                new Party("张三", "11010519491231002X"),
                parties.get(KNOWN).await().indefinitely());

        assertEquals(List.of(), played.unasked());
        PactFiles.hold(Path.of("../identity-service"), pact());
    }
}
