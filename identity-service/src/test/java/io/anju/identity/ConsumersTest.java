package io.anju.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import au.com.dius.pact.core.model.ProviderState;
import io.anju.testkit.pact.PactVerification;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the other services expect of this one, as their tests keep it in {@code pacts}. */
@QuarkusTest
class ConsumersTest extends IdentityTestBase implements PactVerification.Provider {

    private static final String BODY = "{\"pdfSha256\":\"Zm9v\"}";

    @Test
    void answersAsItsConsumersExpect() {
        assertEquals(List.of(), new PactVerification(this).breaches());
    }

    @Override
    public Map<String, Object> prepare(ProviderState state) {
        return switch (state.getName()) {
            case "a customer whose real name is confirmed" ->
                Map.of("customer", person().verified().id.toString());
            case "a customer who consents to credit checks" -> Map.of("customer", consenting("CREDIT_CHECK", ""));
            case "a customer who consents to marketing by SMS" -> Map.of("customer", consenting("MARKETING", "SMS"));
            case "a customer who has withdrawn the consent to marketing by SMS" ->
                Map.of("customer", withdrawn("MARKETING", "SMS"));
            case "a customer whose real name is not confirmed" ->
                Map.of("customer", person().registered().id.toString());
            case "no such customer" -> Map.of("customer", UUID.randomUUID().toString());
            case "a contract was signed with a passkey" -> Map.of("jti", signedWithAPasskey());
            case "no such verification" -> Map.of("jti", UUID.randomUUID().toString());
            // The kit speaks for any of them.
            case "a service that is a client" ->
                Map.of("assertion", new TestClient("loan-service").assertion(claims -> {}));
            case "a customer who is signed in" -> Map.of("subjectToken", person().registered().accessToken);
            default -> throw new AssertionError("a state that nobody makes true: " + state.getName());
        };
    }

    @Override
    public Optional<String> token(String consumer) {
        return consumer.equals("service-kit")
                ? Optional.empty()
                : Optional.of(new TestClient(consumer).token("identity-service"));
    }

    private String consenting(String purpose, String channel) {
        var customer = person().verified();
        customer.decide(purpose, channel, "GRANTED").then().statusCode(201);
        return customer.id.toString();
    }

    private String withdrawn(String purpose, String channel) {
        var customer = person().verified();
        customer.decide(purpose, channel, "GRANTED").then().statusCode(201);
        customer.withdraw(purpose, channel).then().statusCode(200);
        return customer.id.toString();
    }

    private String signedWithAPasskey() {
        String contract = "/api/v1/contracts/" + UUID.randomUUID();
        String token = person().bound().verify("contract.sign", contract, "contract-service", BODY);
        try {
            return JourneyTest.read(token, "verification+jwt", "contract-service")
                    .getJwtId();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
