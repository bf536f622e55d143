package io.anju.repayment.rail;

import io.anju.kit.tx.Tx;
import io.anju.repayment.rail.model.Instruction;
import io.anju.repayment.rail.model.Purpose;
import io.smallrye.mutiny.Uni;

/**
 * What follows from an order's outcome. One CDI bean per purpose; called once per order, in the transaction that
 * concludes it.
 */
public interface RailOutcomeHandler {

    /** Whose outcomes these are. */
    Purpose purpose();

    /** The money moved. */
    Uni<Void> succeeded(Tx tx, Instruction instruction);

    /** The money did not move; {@code reason} is the rail's code. */
    Uni<Void> failed(Tx tx, Instruction instruction, String reason);
}
