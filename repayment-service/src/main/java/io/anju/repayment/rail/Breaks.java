package io.anju.repayment.rail;

import io.anju.kit.tx.Tx;
import io.anju.repayment.rail.model.Break;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.UUID;

/** Where disagreements with the rail are kept until a person has settled them. */
public interface Breaks {

    /** Takes note; one that is noted already stays as it is. Another word once it is settled is another break. */
    Uni<Void> record(Tx tx, Collection<Break> breaks);

    /** Whether some break of a loan's payouts, none of which has succeeded, is about money that is out and not back. */
    Uni<Boolean> isPayoutOut(Tx tx, UUID loanId);
}
