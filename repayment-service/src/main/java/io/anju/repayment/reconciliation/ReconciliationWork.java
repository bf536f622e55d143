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
import io.anju.repayment.reconciliation.Reconciliations.Read;
import io.anju.repayment.reconciliation.Reconciliations.Task;
import io.anju.repayment.reconciliation.model.Comparison;
import io.anju.repayment.reconciliation.model.FileFault;
import io.anju.repayment.reconciliation.model.Finding;
import io.anju.repayment.reconciliation.model.SharedFact;
import io.anju.repayment.reconciliation.model.TrackedBreak;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The three steps of a date, each of which is done whole or not at all: its file is fetched, then compared, then what
 * nobody can place is put into suspense. A date whose file is read again goes through the same steps again. Whoever does
 * a step locks the date and looks whether it is still to be done.
 */
@ApplicationScoped
public class ReconciliationWork {

    private static final int LINES_AT_ONCE = 1_000;
    private static final int POSTINGS_AT_ONCE = 500;

    private final Transactions transactions;
    private final Reconciliations dates;
    private final Sources sources;
    private final TrackedBreaks breaks;
    private final SettlementFile file;
    private final Ledger ledger;
    private final ReconciliationConfig config;
    private final BusinessClock clock;
    private final Ids ids;

    ReconciliationWork(
            Transactions transactions,
            Reconciliations dates,
            Sources sources,
            TrackedBreaks breaks,
            SettlementFile file,
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
        return transactions.run(tx -> run(tx, task)).onFailure(Unchanged.class).recoverWithUni(() -> unchanged(task));
    }

    /** The same in the caller's transaction. */
    Uni<Void> run(Tx tx, Task task) {
        return dates.take(tx, task)
                .flatMap(mine -> mine ? step(tx, task) : Uni.createFrom().voidItem());
    }

    private Uni<Void> step(Tx tx, Task task) {
        return switch (task.stage()) {
            case WAITING -> fetch(tx, task);
            case FETCHED -> compare(tx, task);
            case COMPARED -> suspend(tx, task);
            case DONE -> Uni.createFrom().voidItem();
        };
    }

    private Uni<Void> fetch(Tx tx, Task task) {
        MessageDigest digest = sha256();
        AtomicInteger count = new AtomicInteger();
        return file.fetch(task.source(), task.date())
                .group()
                .intoLists()
                .of(LINES_AT_ONCE)
                .onItem()
                .transformToUniAndConcatenate(lines -> {
                    lines.forEach(line -> digest.update((line.text() + "\n").getBytes(StandardCharsets.UTF_8)));
                    count.addAndGet(lines.size());
                    return dates.addLines(tx, task, lines);
                })
                .collect()
                .last()
                .ifNoItem()
                .after(config.fileTimeout())
                .failWith(() -> new SettlementFile.Refused(new FileFault.Broken("too slow")))
                .map(last -> new Read(count.get(), HexFormat.of().formatHex(digest.digest())))
                .flatMap(read -> dates.isNew(tx, task, read).flatMap(isNew -> {
                    if (!isNew) {
                        throw new Unchanged();
                    }
                    return dates.fetched(tx, task, read);
                }));
    }

    private Uni<Void> unchanged(Task task) {
        return transactions.run(tx -> dates.take(tx, task)
                .flatMap(mine -> mine
                        ? dates.done(tx, task, clock.now())
                        : Uni.createFrom().voidItem()));
    }

    /** The file that was read again is the one that counts: what was read of it is forgotten. */
    private static final class Unchanged extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Unchanged() {
            super("unchanged", null, false, false);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private Uni<Void> compare(Tx tx, Task task) {
        AtomicLong carried = new AtomicLong();
        AtomicLong orderedCarried = new AtomicLong();
        return dates.comparing(tx, task)
                .flatMap(number -> sources.forEachPart(tx, task.source(), task.date(), part -> {
                            List<Comparison> compared =
                                    part.stream().map(Comparison::of).toList();
                            compared.forEach(one -> {
                                carried.addAndGet(one.carried());
                                orderedCarried.addAndGet(one.orderedCarried());
                            });
                            return breaks.record(tx, task, number, findings(compared), clock.now());
                        })
                        .flatMap(money -> sources.forEachPartOfFacts(
                                tx,
                                task.source(),
                                task.date(),
                                part -> breaks.record(tx, task, number, findingsOf(part), clock.now())))
                        .flatMap(all -> takeBack(tx, task, number))
                        .flatMap(back -> breaks.overtake(tx, task, number, clock.now())))
                .flatMap(all -> dates.compared(tx, task, carried.get(), orderedCarried.get()));
    }

    /** What an earlier version of the file put into suspense, and this one does not show, comes out again. */
    private Uni<Void> takeBack(Tx tx, Task task, int comparison) {
        return Multi.createBy()
                .repeating()
                .uni(() -> breaks.listGone(tx, task, comparison, POSTINGS_AT_ONCE)
                        .flatMap(some -> some.isEmpty()
                                ? Uni.createFrom().item(false)
                                : takeBack(tx, some).replaceWith(true)))
                .whilst(more -> more)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> takeBack(Tx tx, List<TrackedBreak> some) {
        return ledger.postAll(
                        tx,
                        some.stream()
                                .map(one -> SuspensePostings.withdrawn(
                                        ids.next(),
                                        one.id(),
                                        clock.today(),
                                        Sources.clearing(one.source()),
                                        one.suspense()))
                                .toList())
                .flatMap(answers -> breaks.releasedAll(tx, transfers(some, answers)));
    }

    private static List<Finding> findingsOf(List<SharedFact> facts) {
        return facts.stream().map(SharedFact::finding).flatMap(Optional::stream).toList();
    }

    private static List<Finding> findings(List<Comparison> compared) {
        return compared.stream().flatMap(one -> one.findings().stream()).toList();
    }

    /** A part of the date's breaks; the date is done when none is left. */
    private Uni<Void> suspend(Tx tx, Task task) {
        return breaks.listToSuspend(tx, task, POSTINGS_AT_ONCE)
                .flatMap(some -> some.isEmpty()
                        ? dates.done(tx, task, clock.now())
                        : suspend(tx, some).flatMap(done -> dates.goOn(tx, task)));
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
                                .map(one -> SuspensePostings.suspended(
                                        ids.next(),
                                        one.id(),
                                        clock.today(),
                                        Sources.clearing(one.source()),
                                        one.suspense()))
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
