package io.anju.contract.evidence;

import io.anju.contract.task.Turns;
import io.anju.kit.tx.Transactions;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Has the log look at itself from time to time; one replica for all. */
@ApplicationScoped
class AuditSchedule {
    private static final String TURN = "evidence-audit";
    private static final Logger LOG = Logger.getLogger(AuditSchedule.class);

    private final Auditor auditor;
    private final Turns turns;
    private final Transactions transactions;
    private final Duration lease;

    AuditSchedule(Auditor auditor, Turns turns, Transactions transactions, EvidenceConfig config) {
        this.auditor = auditor;
        this.turns = turns;
        this.transactions = transactions;
        // Nine tenths: a replica alone finds its own lease run out at its next turn.
        this.lease = config.auditEvery().multipliedBy(9).dividedBy(10);
    }

    @Scheduled(
            every = "{anju.log.audit-every}",
            delayed = "1m",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> run() {
        return transactions
                .run(tx -> turns.take(tx, TURN, lease))
                .flatMap(mine -> mine
                        ? auditor.look().flatMap(audit -> transactions.run(tx -> auditor.conclude(tx, audit)))
                        : Uni.createFrom().voidItem())
                .onFailure()
                .invoke(failure -> LOG.error("the evidence log could not be audited", failure))
                .onFailure()
                .recoverWithNull();
    }
}
