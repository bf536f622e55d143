package io.anju.care.permit.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import au.com.dius.pact.consumer.ConsumerPactBuilder;
import au.com.dius.pact.consumer.dsl.PactDslJsonBody;
import au.com.dius.pact.core.model.RequestResponsePact;
import io.anju.care.CareTestBase;
import io.anju.care.permit.ContactNumbers;
import io.anju.care.permit.model.ContactChannel;
import io.anju.care.permit.model.ContactPurpose;
import io.anju.care.permit.model.ContactRefusal;
import io.anju.care.permit.model.RedemptionRefusal;
import io.anju.kernel.result.Result;
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
    private static final UUID WITHDRAWN = UUID.fromString("0199a3c5-7c1e-7000-8000-4f6b2b9d1a12");
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
            pact = pact.given(state(purpose))
                    .uponReceiving("a customer's number for a contact of purpose " + purpose)
                    .method("GET")
                    .pathFromProviderState("/internal/customers/${customer}/contact", path(KNOWN))
                    .query("purpose=" + purpose + "&channel=SMS")
                    .willRespondWith()
                    .status(200)
                    .body(new PactDslJsonBody().stringMatcher("phone", "1\\d{10}", "13800000000"));
        }
        pact = pact.given("a customer who has withdrawn the consent to marketing by SMS")
                .uponReceiving("the number of a customer who no longer consents")
                .method("GET")
                .pathFromProviderState("/internal/customers/${customer}/contact", path(WITHDRAWN))
                .query("purpose=MARKETING&channel=SMS")
                .willRespondWith()
                .status(403)
                .matchHeader("Content-Type", "application/problem\\+json.*", "application/problem+json")
                .body(new PactDslJsonBody().stringValue("code", "CONSENT_MISSING"));
        return pact.toPact();
    }

    private static String state(ContactPurpose purpose) {
        return purpose == ContactPurpose.MARKETING
                ? "a customer who consents to marketing by SMS"
                : "a customer whose real name is confirmed";
    }

    private static String path(UUID customer) {
        return "/internal/customers/%s/contact".formatted(customer);
    }

    @Test
    void learnsTheNumberForEachPurposeOfAContactAndNoneAfterAWithdrawal() {
        var played = neighbours.play(pact());

        for (var purpose : ContactPurpose.values()) {
            assertEquals(Result.ok(Optional.of("13800000000")), find(KNOWN, purpose));
        }
        assertEquals(
                Optional.empty(),
                numbers.find(UNKNOWN, ContactPurpose.SERVICE).await().indefinitely());
        assertEquals(
                Result.refused(new RedemptionRefusal.NoLonger(new ContactRefusal.NoConsent(
                        ContactPurpose.MARKETING, ContactChannel.SMS, ContactRefusal.NoConsent.Lack.WITHDRAWN))),
                find(WITHDRAWN, ContactPurpose.MARKETING));

        assertEquals(List.of(), played.unasked());
        PactFiles.hold(Path.of("../identity-service"), pact());
    }

    private Result<Optional<String>, RedemptionRefusal> find(UUID customer, ContactPurpose purpose) {
        return numbers.find(customer, purpose, ContactChannel.SMS).await().indefinitely();
    }
}
