package io.anju.kit.verification;

import io.anju.kit.problem.Problem;
import io.anju.kit.problem.ProblemException;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Remembers which verification tokens were used, so that each works once, on any number of replicas. */
@ApplicationScoped
public class VerificationTokens {

    /**
     * Burns the token in the transaction of its act: used when the act is kept, unused when it is undone.
     *
     * <p>Fails with {@code 403 VERIFICATION_USED} when it was used before, also by a request still under way: the
     * second waits for the first at the primary key.
     */
    public Uni<Void> burn(Tx tx, VerifiedAct act, String subject) {
        return tx.update("""
                        insert into used_verification_token (jti, act, resource, subject, expires_at)
                        values ($1, $2, $3, $4, $5) on conflict (jti) do nothing
                        """, act.jti(), act.act(), act.resource(), subject, act.expiresAt())
                .invoke(written -> {
                    if (written == 0) {
                        throw new ProblemException(Problem.of(403, "VERIFICATION_USED"));
                    }
                })
                .replaceWithVoid();
    }
}
