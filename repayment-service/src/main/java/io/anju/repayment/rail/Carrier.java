package io.anju.repayment.rail;

import io.anju.repayment.rail.model.Channel;
import io.anju.repayment.rail.model.Instruction;
import io.smallrye.mutiny.Uni;
import java.util.Collection;

/**
 * Carries orders one by one on a channel other than the rail; a CDI bean for each. Like the rail's, a failed {@code Uni}
 * says nothing about the money.
 */
public interface Carrier {

    /** Whose orders it carries. */
    Channel channel();

    /** Tells it; the same reference twice is the same transaction. */
    Uni<Void> send(Instruction instruction);

    /** Asks what became of orders. */
    Uni<Rail.Answer> ask(Collection<String> references);
}
