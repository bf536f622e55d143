package io.anju.repayment.reconciliation;

import io.anju.kit.time.BusinessClock;
import io.anju.kit.tx.Transactions;
import io.anju.repayment.reconciliation.Reconciliations.Known;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.jboss.logging.Logger;

/**
 * Asks whether the files of the latest dates were corrected after they were read, and has those read again; a request for
 * each file at stated intervals, whatever the number of replicas. A file that cannot be had now is asked about again in
 * its next turn, and holds up nothing.
 */
@ApplicationScoped
class CorrectionWatch {

    private static final Logger LOGGER = Logger.getLogger(CorrectionWatch.class);
    private static final String BY_ITSELF = "schedule";
    private static final int LOOKS_TOGETHER = 10;

    private final Transactions transactions;
    private final Reconciliations dates;
    private final Reconciling reconciling;
    private final SettlementFile file;
    private final ReconciliationConfig config;
    private final BusinessClock clock;

    CorrectionWatch(
            Transactions transactions,
            Reconciliations dates,
            Reconciling reconciling,
            SettlementFile file,
            ReconciliationConfig config,
            BusinessClock clock) {
        this.transactions = transactions;
        this.dates = dates;
        this.reconciling = reconciling;
        this.file = file;
        this.config = config;
        this.clock = clock;
    }

    /** Looks at the files whose turn it is at that moment. */
    Uni<Void> look(Instant now) {
        return transactions
                .run(tx -> dates.takeToLookAt(
                        tx,
                        clock.today().minusDays(config.lookBackDays()),
                        now.minus(config.lookEvery()),
                        now,
                        config.looksAtOnce()))
                .flatMap(due -> Multi.createFrom()
                        .iterable(due)
                        .onItem()
                        .transformToUni(this::look)
                        .merge(LOOKS_TOGETHER)
                        .collect()
                        .last()
                        .replaceWithVoid());
    }

    private Uni<Void> look(Known known) {
        return file.mayDiffer(known.source(), known.date(), known.tag())
                .flatMap(may -> may ? reread(known) : Uni.createFrom().voidItem())
                .onFailure(SettlementFile.Refused.class)
                .recoverWithItem(failure -> {
                    LOGGER.warnf(
                            "No look at the file of %s, %s: %s", known.source(), known.date(), failure.getMessage());
                    return null;
                });
    }

    private Uni<Void> reread(Known known) {
        LOGGER.infof("The file of %s, %s is read again", known.source(), known.date());
        return transactions
                .run(tx -> reconciling.reread(tx, known.source(), known.date(), BY_ITSELF))
                .replaceWithVoid();
    }
}
