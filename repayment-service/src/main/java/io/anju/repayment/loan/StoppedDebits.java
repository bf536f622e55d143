package io.anju.repayment.loan;

import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/** Which loans their borrowers do not want to be debited by themselves. */
public interface StoppedDebits {

    /** Those of these loans whose switch is off. */
    Uni<Set<UUID>> stoppedOf(Tx tx, Collection<UUID> loanIds);
}
