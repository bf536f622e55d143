package io.anju.repayment.reconciliation;

import io.anju.kit.tx.Tx;
import io.anju.repayment.ledger.model.AccountCode;
import io.anju.repayment.rail.model.Channel;
import io.anju.repayment.reconciliation.model.SharedFact;
import io.anju.repayment.reconciliation.model.Sides;
import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;

/** What the file, the orders and the ledger say of each reference. */
public interface Sources {

    /** The account on which money stands until this source's file has shown it. */
    static AccountCode clearing(Channel source) {
        return switch (source) {
            case RAIL -> AccountCode.RAIL_CLEARING;
            case WALLET -> AccountCode.WALLET_CLEARING;
        };
    }

    /**
     * Goes once through the references of a date that do not plainly agree, some at a time, each time waiting for what is
     * done with them.
     */
    Uni<Void> forEachPart(Tx tx, Channel source, LocalDate date, Function<List<Sides>, Uni<Void>> work);

    /** The same with what is shared without money: links and notices; the rail has none. */
    Uni<Void> forEachPartOfFacts(Tx tx, Channel source, LocalDate date, Function<List<SharedFact>, Uni<Void>> work);

    /** What was posted under a reference, ever; fen, positive for money that came in. */
    Uni<Long> booked(Tx tx, String reference);

    /** The first transaction under a reference that a date's file lists. */
    Uni<Listed> listed(Tx tx, Channel source, LocalDate date, String reference);

    /** The other side's id of it, and whether it took credit. */
    record Listed(String transactionId, boolean credit) {}
}
