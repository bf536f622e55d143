package io.anju.loan.underwriting.bureau;

import io.anju.kit.client.Remotes;
import io.anju.loan.underwriting.CheckFault;
import io.anju.loan.underwriting.Parties;
import io.anju.loan.underwriting.Party;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Who a customer is, asked of identity-service, which records that it was asked and why. */
@ApplicationScoped
class IdentityParties implements Parties {

    private static final String NAME = "identity-service";

    private final Remotes remotes;

    IdentityParties(Remotes remotes) {
        this.remotes = remotes;
    }

    @Override
    public Uni<Party> get(UUID customerId) {
        return remotes.named(NAME)
                .get("/internal/customers/" + customerId + "/party?purpose=CREDIT_CHECK")
                .map(answer -> {
                    if (answer.statusCode() != 200) {
                        throw new CheckFault(NAME, answer.statusCode());
                    }
                    var json = answer.bodyAsJsonObject();
                    return new Party(json.getString("name"), json.getString("idNumber"));
                });
    }
}
