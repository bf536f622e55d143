package io.anju.repayment.rail;

import io.anju.kit.tx.Tx;
import io.anju.repayment.rail.model.Instruction;
import io.anju.repayment.rail.model.Purpose;
import io.anju.repayment.rail.model.RailOrder;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Where orders are kept. */
public interface RailOrders {

    /** Rings when there are orders to send. */
    String BELL = "rail-order";

    /** Places orders whose reference is new; answers with the references placed now. */
    Uni<Set<String>> place(Tx tx, Collection<Instruction> instructions, Instant now);

    /** The orders with these references, locked until the transaction ends. */
    Uni<List<RailOrder>> listForUpdate(Tx tx, Collection<String> references);

    /** All orders that there ever were for the thing that this one is for, locked until the transaction ends. */
    Uni<List<RailOrder>> listOfSubjectForUpdate(Tx tx, Instruction of);

    /** Keeps that the rail knows nothing of orders that were sent: they are placed again, and sent at once. */
    Uni<Void> forgotten(Tx tx, Collection<String> references, Instant now);

    /** Keeps outcomes. */
    Uni<Void> conclude(Tx tx, Collection<RailOrder.Concluded> orders, Instant now);

    /** Lets open orders lie from a business date on: nobody carries them or asks any more, but an outcome is still heard. */
    Uni<Void> park(Tx tx, Collection<String> references, LocalDate today);

    /** The orders under way for a loan; credit that is given back was never the loan's, and is none of them. */
    Uni<List<Instruction>> listUnderWay(Tx tx, UUID loanId);

    /** References of the loan's orders on one account, the oldest first, at most {@code limit}. */
    Uni<Set<String>> listReferencesOf(Tx tx, UUID loanId, String account, int limit);

    /** Those of the loans that have an order of this purpose under way. */
    Uni<Set<UUID>> loansWithOneUnderWay(Tx tx, Collection<UUID> loanIds, Purpose purpose);

    /**
     * Takes open orders that want attention, oldest first, and leases them: no other worker gets them before the lease
     * ends. Each attempt doubles the lease, up to an hour. From now on they count as sent; the answer says what they
     * were.
     */
    Uni<List<Leased>> lease(Tx tx, Instant now, Duration lease, int limit);

    /** An order and how often it has been attended to, this time included. */
    record Leased(RailOrder.Open order, int attempts) {}
}
