package io.anju.repayment.card.remote;

import io.anju.kit.caller.Caller;
import io.anju.kit.client.Remotes;
import io.anju.repayment.card.Parties;
import io.anju.repayment.card.Party;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Party data from identity-service, on behalf of the customer who binds a card. */
@ApplicationScoped
class HttpParties implements Parties {

    private final Remotes remotes;
    private final Caller customer;

    HttpParties(Remotes remotes, Caller customer) {
        this.remotes = remotes;
        this.customer = customer;
    }

    @Override
    public Uni<Optional<Party>> findForCardBinding(UUID customerId) {
        return remotes.named("identity-service")
                .actingFor(customer.rawToken())
                .get("/internal/customers/%s/party?purpose=CARD_BINDING".formatted(customerId))
                .map(answer -> switch (answer.statusCode()) {
                    case 200 -> Optional.of(party(answer.bodyAsJsonObject()));
                    case 404, 409 -> Optional.empty();
                    default -> throw new IllegalStateException("identity-service answered " + answer.statusCode());
                });
    }

    private static Party party(JsonObject json) {
        return new Party(json.getString("name"), json.getString("idNumber"), json.getString("phone"));
    }
}
