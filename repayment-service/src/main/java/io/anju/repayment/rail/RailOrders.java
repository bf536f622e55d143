package io.anju.repayment.rail;

import io.anju.kit.tx.Tx;
import io.anju.repayment.rail.model.Instruction;
import io.anju.repayment.rail.model.Purpose;
import io.anju.repayment.rail.model.RailOrder;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Where orders are kept. */
public interface RailOrders {

    /** Places orders whose reference is new; answers with the references placed now. */
    Uni<Set<String>> place(Tx tx, Collection<Instruction> instructions, Instant now);

    /** The order, locked until the transaction ends. */
    Uni<Optional<RailOrder>> findForUpdate(Tx tx, String reference);

    /** Keeps the state that an order has come to. */
    Uni<Void> save(Tx tx, RailOrder order, Instant now);

    /** The orders under way for a loan. */
    Uni<List<Instruction>> listUnderWay(Tx tx, UUID loanId);

    /** Those of the loans that have an order of this purpose under way. */
    Uni<Set<UUID>> loansWithOneUnderWay(Tx tx, Collection<UUID> loanIds, Purpose purpose);

    /**
     * Takes open orders that want attention, oldest first, and leases them: no other worker gets them before the lease
     * ends. Each attempt doubles the lease, up to an hour.
     */
    Uni<List<RailOrder.Open>> lease(Tx tx, Instant now, Duration lease, int limit);
}
