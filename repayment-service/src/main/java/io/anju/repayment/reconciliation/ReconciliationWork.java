package io.anju.repayment.reconciliation;

import io.anju.kernel.result.Result;
import io.anju.kit.id.Ids;
import io.anju.kit.time.BusinessClock;
import io.anju.kit.tx.Transactions;
import io.anju.kit.tx.Tx;
import io.anju.repayment.ledger.Ledger;
import io.anju.repayment.ledger.model.LedgerRefusal;
import io.anju.repayment.ledger.model.Posting;
import io.anju.repayment.ledger.model.SuspensePostings;
import io.anju.repayment.reconciliation.Reconciliations.Task;
import io.anju.repayment.reconciliation.model.Comparison;
import io.anju.repayment.reconciliation.model.FileFault;
import io.anju.repayment.reconciliation.model.Finding;
import io.anju.repayment.reconciliation.model.TrackedBreak;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The three steps of a date, each of which is done whole or not at all: its file is fetched, then compared, then what
 * nobody can place is put into suspense. Whoever does a step locks the date and looks whether it is still to be done.
 */
@ApplicationScoped
public class ReconciliationWork {

    private static final int LINES_AT_ONCE = 1_000;
    private static final int POSTINGS_AT_ONCE = 500;

    private final Transactions transactions;
    private final Reconciliations dates;
    private final Sources sources;
    private final TrackedBreaks breaks;
    private final RailFile file;
    private final Ledger ledger;
    private final ReconciliationConfig config;
    private final BusinessClock clock;
    private final Ids ids;

    ReconciliationWork(
            Transactions transactions,
            Reconciliations dates,
            Sources sources,
            TrackedBreaks breaks,
            RailFile file,
            Ledger ledger,
            ReconciliationConfig config,
            BusinessClock clock,
            Ids ids) {
        this.transactions = transactions;
        this.dates = dates;
        this.sources = sources;
        this.breaks = breaks;
        this.file = file;
        this.ledger = ledger;
        this.config = config;
        this.clock = clock;
        this.ids = ids;
    }

    /** Does the next step of a date, in one transaction. */
    public Uni<Void> run(Task task) {
        return transactions.run(tx -> run(tx, task));
    }

    /** The same in the caller's transaction. */
    Uni<Void> run(Tx tx, Task task) {
        return dates.take(tx, task)
                .flatMap(mine -> mine ? step(tx, task) : Uni.createFrom().voidItem());
    }

    private Uni<Void> step(Tx tx, Task task) {
        return switch (task.stage()) {
            case WAITING -> fetch(tx, task.date());
            case FETCHED -> compare(tx, task.date());
            case COMPARED -> suspend(tx, task.date());
            case DONE -> Uni.createFrom().voidItem();
        };
    }

    private Uni<Void> fetch(Tx tx, LocalDate date) {
        return file.fetch(date)
                .group()
                .intoLists()
                .of(LINES_AT_ONCE)
                .onItem()
                .transformToUniAndConcatenate(
                        lines -> dates.addLines(tx, date, lines).replaceWith(lines.getLast()))
                .collect()
                .last()
                .ifNoItem()
                .after(config.fileTimeout())
                .failWith(() -> new RailFile.Refused(new FileFault.Broken("too slow")))
                .map(last -> last == null ? 0 : last.number())
                .flatMap(count -> dates.fetched(tx, date, count));
    }

    private Uni<Void> compare(Tx tx, LocalDate date) {
        AtomicLong carried = new AtomicLong();
        AtomicLong orderedCarried = new AtomicLong();
        return sources.forEachPart(tx, date, part -> {
                    List<Comparison> compared =
                            part.stream().map(Comparison::of).toList();
                    carried.addAndGet(
                            compared.stream().mapToLong(Comparison::carried).sum());
                    orderedCarried.addAndGet(compared.stream()
                            .mapToLong(Comparison::orderedCarried)
                            .sum());
                    return breaks.record(tx, date, findings(compared), clock.now());
                })
                .flatMap(all -> dates.compared(tx, date, carried.get(), orderedCarried.get()));
    }

    private static List<Finding> findings(List<Comparison> compared) {
        return compared.stream().flatMap(one -> one.findings().stream()).toList();
    }

    /** A part of the date's breaks; the date is done when none is left. */
    private Uni<Void> suspend(Tx tx, LocalDate date) {
        return breaks.listToSuspend(tx, date, POSTINGS_AT_ONCE)
                .flatMap(some -> some.isEmpty()
                        ? dates.done(tx, date, clock.now())
                        : suspend(tx, some).flatMap(done -> dates.goOn(tx, date)));
    }

    /**
     * Puts into suspense what orders have left over that were open when their date was compared, and have ended since
     * without taking what the rail moved; a part at a time. Answers whether there was any.
     */
    public Uni<Boolean> suspendLeftOver() {
        return transactions.run(tx -> breaks.listLeftOver(tx, POSTINGS_AT_ONCE)
                .flatMap(some -> some.isEmpty()
                        ? Uni.createFrom().item(false)
                        : suspend(tx, some).replaceWith(true)));
    }

    private Uni<Void> suspend(Tx tx, List<TrackedBreak> some) {
        return ledger.postAll(
                        tx,
                        some.stream()
                                .map(one ->
                                        SuspensePostings.suspended(ids.next(), one.id(), clock.today(), one.suspense()))
                                .toList())
                .flatMap(answers -> breaks.suspended(tx, transfers(some, answers)));
    }

    private static Map<UUID, UUID> transfers(List<TrackedBreak> some, List<Result<Posting, LedgerRefusal>> answers) {
        Map<UUID, UUID> transfers = new HashMap<>();
        for (int i = 0; i < some.size(); i++) {
            transfers.put(some.get(i).id(), BreakDesk.expectPosted(answers.get(i)));
        }
        return transfers;
    }
}
