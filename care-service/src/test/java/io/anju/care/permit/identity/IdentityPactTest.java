package io.anju.care.permit.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import au.com.dius.pact.consumer.ConsumerPactBuilder;
import au.com.dius.pact.consumer.dsl.PactDslJsonBody;
import au.com.dius.pact.core.model.RequestResponsePact;
import io.anju.care.CareTestBase;
import io.anju.care.permit.ContactNumbers;
import io.anju.care.permit.model.ContactPurpose;
import io.anju.testkit.pact.PactFiles;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What this service expects of identity-service, which verifies it in its own tests. */
@QuarkusTest
class IdentityPactTest extends CareTestBase {

    private static final UUID KNOWN = UUID.fromString("0199a3c5-7c1e-7000-8000-4f6b2b9d1a10");
    private static final UUID UNKNOWN = UUID.fromString("0199a3c5-7c1e-7000-8000-4f6b2b9d1a11");

    @Inject
    ContactNumbers numbers;

    private static RequestResponsePact pact() {
        var pact = ConsumerPactBuilder.consumer("care-service")
                .hasPactWith("identity-service")
                .given("no such customer")
                .uponReceiving("the number of somebody unknown")
                .method("GET")
                .pathFromProviderState("/internal/customers/${customer}/contact", path(UNKNOWN))
                .query("purpose=SERVICE")
                .willRespondWith()
                .status(404);
        for (var purpose : ContactPurpose.values()) {
            pact = pact.given("a customer whose real name is confirmed")
                    .uponReceiving("a customer's number for a contact of purpose " + purpose)
                    .method("GET")
                    .pathFromProviderState("/internal/customers/${customer}/contact", path(KNOWN))
                    .query("purpose=" + purpose)
                    .willRespondWith()
                    .status(200)
                    .body(new PactDslJsonBody().stringMatcher("phone", "1\\d{10}", "13800000000"));
        }
        return pact.toPact();
    }

    private static String path(UUID customer) {
        return "/internal/customers/%s/contact".formatted(customer);
    }

    @Test
    void learnsTheNumberForEachPurposeOfAContact() {
        var played = neighbours.play(pact());

        for (var purpose : ContactPurpose.values()) {
            assertEquals(Optional.of("13800000000"), find(KNOWN, purpose));
        }
        assertEquals(Optional.empty(), find(UNKNOWN, ContactPurpose.SERVICE));

        assertEquals(List.of(), played.unasked());
        PactFiles.hold(Path.of("../identity-service"), pact());
    }

    private Optional<String> find(UUID customer, ContactPurpose purpose) {
        return numbers.find(customer, purpose).await().indefinitely();
    }
}
