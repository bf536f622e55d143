package io.anju.identity.erasure.remote;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import au.com.dius.pact.consumer.ConsumerPactBuilder;
import au.com.dius.pact.consumer.dsl.PactDslJsonBody;
import au.com.dius.pact.core.model.RequestResponsePact;
import io.anju.identity.IdentityEnvironment;
import io.anju.identity.erasure.Relations;
import io.anju.identity.erasure.model.Relation;
import io.anju.testkit.environment.Neighbours;
import io.anju.testkit.pact.PactFiles;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What this service expects of loan-service, which verifies it in its own tests. */
@QuarkusTest
@WithTestResource(IdentityEnvironment.class)
class LoanPactTest {

    private static final UUID BOUND = UUID.fromString("0199a3c5-7c1e-7000-8000-4f6b2b9d1a20");
    private static final UUID FREE = UUID.fromString("0199a3c5-7c1e-7000-8000-4f6b2b9d1a21");
    private static final UUID APPLICATION = UUID.fromString("0199a3c5-7c1e-7000-8000-4f6b2b9d1a22");

    Neighbours neighbours;

    @Inject
    Relations relations;

    private static RequestResponsePact pact() {
        return ConsumerPactBuilder.consumer("identity-service")
                .hasPactWith("loan-service")
                .given("a customer with an application under review")
                .uponReceiving("what binds a customer who has applied")
                .method("GET")
                .pathFromProviderState("/internal/customers/${customer}/ties", path(BOUND))
                .willRespondWith()
                .status(200)
                .body(new PactDslJsonBody()
                        .minArrayLike("ties", 1)
                        .uuid("application", APPLICATION)
                        .stringType("state", "IN_REVIEW")
                        .closeObject()
                        .closeArray()
                        .asBody())
                .given("a customer whose loan is settled")
                .uponReceiving("what binds a customer who owes nothing")
                .method("GET")
                .pathFromProviderState("/internal/customers/${customer}/ties", path(FREE))
                .willRespondWith()
                .status(200)
                .body(new PactDslJsonBody()
                        .stringMatcher("lastSettledOn", "\\d{4}-\\d{2}-\\d{2}", "2026-11-20")
                        .array("ties")
                        .closeArray()
                        .asBody())
                .toPact();
    }

    private static String path(UUID customer) {
        return "/internal/customers/%s/ties".formatted(customer);
    }

    @Test
    void learnsWhatBindsACustomerAndWhenItEnded() {
        var played = neighbours.play(pact());

        assertEquals(new Relation(List.of(new Relation.Tie(APPLICATION, "IN_REVIEW")), Optional.empty()), of(BOUND));
        var free = of(FREE);
        assertTrue(free.ties().isEmpty());
        assertEquals(Optional.of(LocalDate.parse("2026-11-20")), free.endedOn());

        assertEquals(List.of(), played.unasked());
        PactFiles.hold(Path.of("../loan-service"), pact());
    }

    private Relation of(UUID customer) {
        return relations.of(customer).await().indefinitely();
    }
}
