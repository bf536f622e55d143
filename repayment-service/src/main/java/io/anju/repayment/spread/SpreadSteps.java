package io.anju.repayment.spread;

import io.anju.kit.tx.Tx;
import io.anju.repayment.loan.model.SpreadStep;
import io.anju.repayment.spread.model.SpreadOutcome;
import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What batches have in store for loans; whoever asks holds the locks of the loans. */
public interface SpreadSteps {

    /** Those of these loans that are to be taken by the end of a day, by loan. */
    Uni<Map<UUID, SpreadStep>> dueOf(Tx tx, Collection<UUID> loans, LocalDate day);

    /** Keeps what came of them; none waits any more. */
    Uni<Void> concludeAll(Tx tx, List<SpreadOutcome> outcomes);
}
