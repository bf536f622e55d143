package io.anju.repayment.rail;

import io.anju.kit.tx.Tx;
import io.anju.repayment.rail.model.Break;
import io.smallrye.mutiny.Uni;
import java.util.Collection;

/** Where disagreements with the rail are kept until a person has settled them. */
public interface Breaks {

    /** Takes note; one that is noted already stays as it is. */
    Uni<Void> record(Tx tx, Collection<Break> breaks);
}
