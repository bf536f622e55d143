package io.anju.identity.oauth;

import io.anju.identity.oauth.model.GrantRefusal;
import io.anju.identity.oauth.model.GrantRefusal.Error;
import io.anju.identity.proof.Guard;
import io.anju.kernel.result.Result;
import io.anju.kit.tx.Transactions;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * The guard at the token endpoint: failures of every grant are counted for the address, and for the client where one is
 * named. They hold up nothing but further failures: no client's good assertion, no customer's live session.
 */
@ApplicationScoped
class GrantFailures {

    private final Transactions transactions;
    private final Guard guard;

    GrantFailures(Transactions transactions, Guard guard) {
        this.transactions = transactions;
        this.guard = guard;
    }

    /** Counts it for good; the answer is the refusal, or {@code slow_down} where there were too many before. */
    <T> Uni<Result<T, GrantRefusal>> count(GrantRefusal refusal, Optional<String> clientId, String address) {
        return transactions.run(tx -> count(tx, refusal, clientId, address));
    }

    /** The same in a transaction that is open and will be kept. */
    <T> Uni<Result<T, GrantRefusal>> count(Tx tx, GrantRefusal refusal, Optional<String> clientId, String address) {
        return ofClient(tx, clientId)
                .flatMap(slowClient ->
                        guard.slowDown(tx, guard.stranger(address)).map(blocked -> slowClient || blocked.isPresent()))
                .map(slow -> Result.refused(slow ? new GrantRefusal(Error.SLOW_DOWN, "too many failures") : refusal));
    }

    private Uni<Boolean> ofClient(Tx tx, Optional<String> clientId) {
        return clientId.map(id -> guard.slowDown(tx, Guard.Subject.client(id)).map(Optional::isPresent))
                .orElseGet(() -> Uni.createFrom().item(false));
    }
}
