package io.anju.repayment.card.remote;

import static org.junit.jupiter.api.Assertions.assertEquals;

import au.com.dius.pact.consumer.ConsumerPactBuilder;
import au.com.dius.pact.consumer.dsl.PactDslJsonBody;
import au.com.dius.pact.core.model.RequestResponsePact;
import io.anju.repayment.card.Parties;
import io.anju.repayment.card.Party;
import io.anju.testkit.environment.AnjuEnvironment;
import io.anju.testkit.environment.Neighbours;
import io.anju.testkit.pact.PactFiles;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.jwt.auth.principal.JWTParser;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What this service expects of identity-service, which verifies it in its own tests. */
@QuarkusTest
@WithTestResource(AnjuEnvironment.class)
class IdentityPactTest {

    private static final UUID KNOWN = UUID.fromString("0199a3c5-7c1e-7000-8000-4f6b2b9d1a10");
    private static final UUID UNKNOWN = UUID.fromString("0199a3c5-7c1e-7000-8000-4f6b2b9d1a11");
    private static final UUID UNVERIFIED = UUID.fromString("0199a3c5-7c1e-7000-8000-4f6b2b9d1a12");

    Neighbours neighbours;

    @Inject
    Parties parties;

    @Inject
    JWTParser parser;

    @Inject
    CurrentIdentityAssociation callers;

    private static RequestResponsePact pact() {
        return ConsumerPactBuilder.consumer("repayment-service")
                .hasPactWith("identity-service")
                .given("a customer whose real name is confirmed")
                .uponReceiving("who a customer is, for a card")
                .method("GET")
                .pathFromProviderState("/internal/customers/${customer}/party", path(KNOWN))
                .query("purpose=CARD_BINDING")
                .willRespondWith()
                .status(200)
                .body(new PactDslJsonBody()
                        .stringType("name", "张三")
                        .stringMatcher("idNumber", "\\d{17}[\\dX]", "11010519491231002X")
                        .stringMatcher("phone", "1\\d{10}", "13800000000"))
                .given("a customer whose real name is not confirmed")
                .uponReceiving("who a customer is, for a card, before the name is confirmed")
                .method("GET")
                .pathFromProviderState("/internal/customers/${customer}/party", path(UNVERIFIED))
                .query("purpose=CARD_BINDING")
                .willRespondWith()
                .status(409)
                .given("no such customer")
                .uponReceiving("who somebody unknown is, for a card")
                .method("GET")
                .pathFromProviderState("/internal/customers/${customer}/party", path(UNKNOWN))
                .query("purpose=CARD_BINDING")
                .willRespondWith()
                .status(404)
                .toPact();
    }

    private static String path(UUID customer) {
        return "/internal/customers/%s/party".formatted(customer);
    }

    @Test
    @ActivateRequestContext
    void learnsThreeElementsOfACardsHolder() throws ParseException {
        var played = neighbours.play(pact());

        assertEquals(Optional.of(new Party("张三", "11010519491231002X", "13800000000")), find(KNOWN));
        assertEquals(Optional.empty(), find(UNVERIFIED));
        assertEquals(Optional.empty(), find(UNKNOWN));

        assertEquals(List.of(), played.unasked());
        PactFiles.hold(Path.of("../identity-service"), pact());
    }

    /** As the customer asks, on whose behalf identity is read. */
    private Optional<Party> find(UUID customer) throws ParseException {
        var principal = parser.parse(neighbours.tokens().customer(customer));
        callers.setIdentity(
                QuarkusSecurityIdentity.builder().setPrincipal(principal).build());
        return parties.findForCardBinding(customer).await().indefinitely();
    }
}
