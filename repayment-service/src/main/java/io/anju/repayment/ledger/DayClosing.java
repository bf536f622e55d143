package io.anju.repayment.ledger;

import io.anju.kit.event.DomainEvent;
import io.anju.kit.event.Outbox;
import io.anju.kit.time.BusinessClock;
import io.anju.kit.tx.Transactions;
import io.anju.kit.tx.Tx;
import io.anju.repayment.ledger.model.DayDigest;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Closes the books of past days and tells their digests to the evidence log. Each day is one transaction, which also
 * holds its event; any number of replicas may try, one at a time gets through.
 */
@ApplicationScoped
public class DayClosing {

    private final Transactions transactions;
    private final DayBooks days;
    private final Outbox outbox;
    private final LedgerConfig config;
    private final BusinessClock clock;

    DayClosing(Transactions transactions, DayBooks days, Outbox outbox, LedgerConfig config, BusinessClock clock) {
        this.transactions = transactions;
        this.days = days;
        this.outbox = outbox;
        this.config = config;
        this.clock = clock;
    }

    /** Data of {@code anju.ledger.digest.v1}; amounts in fen, digests as hexadecimal digits. */
    @RegisterForReflection
    public record Told(LocalDate date, long transfers, long debit, long credit, String sha256, String previous) {

        static Told of(DayDigest digest) {
            return new Told(
                    digest.date(),
                    digest.transfers(),
                    digest.debit(),
                    digest.credit(),
                    digest.sha256(),
                    digest.previous());
        }
    }

    @Scheduled(
            every = "${anju.ledger.round:1m}",
            delayed = "10s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> round() {
        return closeThrough(clock.today().minusDays(config.closeAfterDays()));
    }

    /** Closes every day through that one, and digests those that moved something. */
    public Uni<Void> closeThrough(LocalDate day) {
        return transactions.run(tx -> days.close(tx, day)).flatMap(news -> digest(config.daysAtOnce()));
    }

    private Uni<Void> digest(int left) {
        return left == 0
                ? Uni.createFrom().voidItem()
                : transactions
                        .run(tx -> days.digestNext(tx).call(digest -> tell(tx, digest)))
                        .flatMap(digest -> digest.isEmpty() ? Uni.createFrom().voidItem() : digest(left - 1));
    }

    private Uni<Void> tell(Tx tx, Optional<DayDigest> digest) {
        return digest.map(day -> outbox.append(tx, new DomainEvent("anju.ledger.digest.v1", "ledger", Told.of(day))))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }
}
