package io.anju.repayment.reconciliation.model;

import io.anju.repayment.rail.model.Channel;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A business date's reconciliation and how far it is.
 *
 * @param source whose file
 * @param version of the file that counts; 0 before there is one
 * @param sha256 over its lines; absent before there are any
 * @param problem why the last attempt came to nothing, while it did
 * @param lines of the file, once it is here
 * @param lookedAt when it was last asked whether the file was corrected after it was read
 * @param totals once they are compared
 * @param breaks what its breaks come to
 */
public record Reconciliation(
        Channel source,
        LocalDate date,
        Stage stage,
        String startedBy,
        Instant startedAt,
        int version,
        Optional<String> sha256,
        Optional<String> problem,
        Optional<Integer> lines,
        Optional<Instant> finishedAt,
        Optional<Instant> lookedAt,
        Optional<Totals> totals,
        Breaks breaks) {

    /** How far it is. */
    public enum Stage {
        /** For the file. */
        WAITING,
        /** The file is here. */
        FETCHED,
        /** The breaks are listed. */
        COMPARED,
        /** What nobody can place is in suspense. */
        DONE
    }

    /**
     * Its breaks together; amounts in fen.
     *
     * @param all how many
     * @param open of them, not resolved
     * @param ledgerDifference what they explain between rail and ledger
     * @param orderedDifference what they explain between orders and ledger
     */
    public record Breaks(int all, int open, long ledgerDifference, long orderedDifference) {}

    /** Whether the three sides agree, or the listed breaks explain to the fen where they do not. */
    public boolean explained() {
        return totals.filter(sides -> sides.ledgerDifference() == breaks.ledgerDifference()
                        && sides.orderedDifference() == breaks.orderedDifference()
                        && sides.owedByLoans() == sides.owedByLedger())
                .isPresent();
    }
}
