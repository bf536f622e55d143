package io.anju.repayment.spread.http;

import io.anju.kernel.rate.ReferenceRate;
import io.anju.repayment.spread.model.SpreadBatch;
import io.anju.repayment.spread.model.SpreadRule;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A batch as JSON. Spreads are decimal fractions.
 *
 * @param products of which the loans are; empty: any
 * @param referenceRate that they follow; absent: any
 * @param startedBefore day before which they were paid out; absent: whenever
 * @param above only spreads above this one come down
 * @param to what they come down to, unless the floor is above it
 * @param effective first day of the new spread
 * @param preview what it meant when it was proposed
 * @param progress absent unless it was approved
 */
@RegisterForReflection
public record SpreadBatchView(
        UUID id,
        List<String> products,
        ReferenceRate.@Nullable Tenor referenceRate,
        @Nullable LocalDate startedBefore,
        String above,
        String to,
        String floor,
        LocalDate effective,
        String reason,
        Preview preview,
        State state,
        @Nullable Progress progress,
        UUID proposedBy,
        Instant proposedAt,
        @Nullable UUID decidedBy,
        @Nullable Instant decidedAt) {

    /** How far it is. */
    public enum State {
        PROPOSED,
        DECLINED,
        /** Its loans are being written down. */
        LISTING,
        /** They are, and wait for the effective day or are being done. */
        RUNNING,
        DONE
    }

    /**
     * @param loans whose spread would come down
     * @param principal outstanding of them, fen
     * @param interestAYear by how much less a year of interest on it would be, fen
     * @param productUnknown loans left out only because their product is not known
     */
    @RegisterForReflection
    public record Preview(long loans, long principal, long interestAYear, long productUnknown) {}

    /** Loans by what became of them; {@code left} ones are as they were. */
    @RegisterForReflection
    public record Progress(long waiting, long lowered, long left) {}

    static SpreadBatchView of(SpreadBatch batch) {
        return switch (batch) {
            case SpreadBatch.Proposed proposed -> of(proposed.proposal(), State.PROPOSED, null, null);
            case SpreadBatch.Declined declined -> of(declined.proposal(), State.DECLINED, null, declined.decision());
            case SpreadBatch.Approved approved ->
                of(
                        approved.proposal(),
                        State.valueOf(approved.stage().name()),
                        new Progress(
                                approved.progress().waiting(),
                                approved.progress().lowered(),
                                approved.progress().left()),
                        approved.decision());
        };
    }

    private static SpreadBatchView of(
            SpreadBatch.Proposal of,
            State state,
            @Nullable Progress progress,
            SpreadBatch.@Nullable Decision decision) {
        SpreadRule rule = of.rule();
        SpreadBatch.Preview preview = of.preview();
        return new SpreadBatchView(
                of.id(),
                rule.products().stream().sorted().toList(),
                rule.tenor().orElse(null),
                rule.startedBefore().orElse(null),
                rule.cut().above().text(),
                rule.cut().to().text(),
                rule.cut().floor().text(),
                rule.effective(),
                of.reason(),
                new Preview(preview.loans(), preview.principal(), preview.interestAYear(), preview.productUnknown()),
                state,
                progress,
                of.by(),
                of.at(),
                decision == null ? null : decision.by(),
                decision == null ? null : decision.at());
    }
}
