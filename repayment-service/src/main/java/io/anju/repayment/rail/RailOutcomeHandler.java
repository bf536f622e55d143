package io.anju.repayment.rail;

import io.anju.kit.tx.Tx;
import io.anju.repayment.rail.model.Instruction;
import io.anju.repayment.rail.model.Purpose;
import io.anju.repayment.rail.model.RailOrder;
import io.smallrye.mutiny.Uni;
import java.util.List;

/**
 * What follows from an order's outcome. One CDI bean per purpose; called once per order, in the transaction that
 * concludes it.
 */
public interface RailOutcomeHandler {

    /** Whose outcomes these are. */
    Purpose purpose();

    /** The money moved. */
    Uni<Void> succeeded(Tx tx, RailOrder.Succeeded order);

    /** The money did not move; {@code reason} is the rail's code. */
    Uni<Void> failed(Tx tx, Instruction instruction, String reason);

    /** Many outcomes at once, in the order in which they were told: one after the other unless the purpose knows better. */
    default Uni<Void> concluded(Tx tx, List<RailOrder.Concluded> orders) {
        Uni<Void> done = Uni.createFrom().voidItem();
        for (RailOrder.Concluded order : orders) {
            done = done.chain(() -> switch (order) {
                case RailOrder.Succeeded succeeded -> succeeded(tx, succeeded);
                case RailOrder.Failed(Instruction instruction, String id, String reason) ->
                    failed(tx, instruction, reason);
            });
        }
        return done;
    }
}
