package io.anju.loan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import au.com.dius.pact.core.model.ProviderState;
import io.anju.testkit.environment.AnjuEnvironment;
import io.anju.testkit.environment.Neighbours;
import io.anju.testkit.pact.PactVerification;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the other services expect of this one, as their tests keep it in {@code pacts}. */
@QuarkusTest
@WithTestResource(AnjuEnvironment.class)
class ConsumersTest implements PactVerification.Provider {

    Neighbours neighbours;

    @Test
    void answersAsItsConsumersExpect() {
        assertEquals(List.of(), new PactVerification(this).breaches());
    }

    @Override
    public Map<String, Object> prepare(ProviderState state) {
        return switch (state.getName()) {
            case "a customer with an application under review" ->
                Map.of("customer", inReview().toString());
            case "a customer whose loan is settled" ->
                Map.of("customer", settled().toString());
            default -> throw new AssertionError("a state that nobody makes true: " + state.getName());
        };
    }

    @Override
    public Optional<String> token(String consumer) {
        return Optional.of(neighbours.tokens().service(consumer, "loan-service"));
    }

    private UUID inReview() {
        var desk = new Desk(neighbours);
        var customer = desk.customer();
        desk.inReview(customer);
        return customer;
    }

    private UUID settled() {
        var desk = new Desk(neighbours);
        var customer = desk.customer();
        String application = desk.approved(customer);
        var loan = UUID.randomUUID();
        desk.released(customer, application, UUID.randomUUID());
        desk.tellOfLoan("anju.loan.disbursed.v1", customer, application, loan, ",\"tranche\":1");
        desk.tellOfLoan("anju.loan.settled.v1", customer, application, loan, ",\"contractSettled\":true");
        return customer;
    }
}
