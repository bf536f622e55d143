package io.anju.contract.party;

import io.anju.contract.signing.model.Party;
import io.anju.contract.task.Absence;
import io.anju.kit.client.Remote;
import io.anju.kit.client.Remotes;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** What this service asks of identity-service. */
@ApplicationScoped
public class Identity {
    private static final String NAME = "identity-service";

    private final Remote identity;

    Identity(Remotes remotes) {
        this.identity = remotes.named(NAME);
    }

    /** The customer's name and ID number, for a contract's text. */
    public Uni<Party> party(UUID customerId) {
        return identity.get("/internal/customers/" + customerId + "/party?purpose=CONTRACT")
                .map(answer -> Absence.unlessLater(NAME, answer))
                .map(answer -> {
                    if (answer.statusCode() != 200) {
                        throw new IllegalStateException(
                                "no party data of " + customerId + ": status " + answer.statusCode());
                    }
                    JsonObject party = answer.bodyAsJsonObject();
                    return new Party(party.getString("name"), party.getString("idNumber"));
                });
    }

    /**
     * The passkey's assertion behind a verification, as JSON; empty when identity-service has none to hand over, which it says by 404. Any other answer says nothing about that, and fails: a contract
     * is sealed once.
     */
    public Uni<Optional<String>> verificationEvidence(String jti) {
        return identity.get("/internal/verifications/" + jti + "/evidence")
                .map(answer -> Absence.unlessLater(NAME, answer))
                .map(answer -> switch (answer.statusCode()) {
                    case 200 -> Optional.of(answer.bodyAsString());
                    case 404 -> Optional.empty();
                    default ->
                        throw new IllegalStateException("no evidence of " + jti + ": status " + answer.statusCode());
                });
    }
}
