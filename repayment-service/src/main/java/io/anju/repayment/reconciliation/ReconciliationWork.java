package io.anju.repayment.reconciliation;

import io.anju.kit.id.Ids;
import io.anju.kit.time.BusinessClock;
import io.anju.kit.tx.Transactions;
import io.anju.kit.tx.Tx;
import io.anju.repayment.ledger.Ledger;
import io.anju.repayment.ledger.model.AccountCode;
import io.anju.repayment.ledger.model.Posting;
import io.anju.repayment.ledger.model.SuspensePostings;
import io.anju.repayment.ledger.model.Transfer;
import io.anju.repayment.reconciliation.ReconciliationSteps.Read;
import io.anju.repayment.reconciliation.ReconciliationSteps.Task;
import io.anju.repayment.reconciliation.model.Comparison;
import io.anju.repayment.reconciliation.model.Finding;
import io.anju.repayment.reconciliation.model.SharedFact;
import io.anju.repayment.reconciliation.model.TrackedBreak;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The three steps of a date, each of which is done whole or not at all: its file is fetched, then compared, then what
 * nobody can place is put into suspense. A date whose file is read again goes through the same steps again. Whoever does
 * a step locks the date and looks whether it is still to be done, and by whom: a worker that comes back after its lease
 * keeps nothing.
 */
@ApplicationScoped
public class ReconciliationWork {

    private static final int LINES_AT_ONCE = 1_000;
    private static final int POSTINGS_AT_ONCE = 500;

    private final Transactions transactions;
    private final ReconciliationSteps dates;
    private final Sources sources;
    private final TrackedBreaks breaks;
    private final SettlementFile file;
    private final Ledger ledger;
    private final BusinessClock clock;
    private final Ids ids;

    ReconciliationWork(
            Transactions transactions,
            ReconciliationSteps dates,
            Sources sources,
            TrackedBreaks breaks,
            SettlementFile file,
            Ledger ledger,
            BusinessClock clock,
            Ids ids) {
        this.transactions = transactions;
        this.dates = dates;
        this.sources = sources;
        this.breaks = breaks;
        this.file = file;
        this.ledger = ledger;
        this.clock = clock;
        this.ids = ids;
    }

    /** Does the next step of a date that is leased. */
    public Uni<Void> run(Task task) {
        return switch (task.stage()) {
            case WAITING -> fetch(task);
            case FETCHED -> keep(task, tx -> compare(tx, task));
            case COMPARED -> keep(task, tx -> suspend(tx, task));
            case DONE -> Uni.createFrom().voidItem();
        };
    }

    /** In one transaction, unless the lease is another's by now. */
    private Uni<Void> keep(Task task, Function<Tx, Uni<Void>> step) {
        return transactions.run(tx -> dates.take(tx, task)
                .flatMap(mine -> mine ? step.apply(tx) : Uni.createFrom().voidItem()));
    }

    /** The file comes while no transaction is open; only once it is here and whole is it taken in. */
    private Uni<Void> fetch(Task task) {
        return file.open(task.source(), task.date())
                .flatMap(opened -> read(opened)
                        .flatMap(read -> keep(task, tx -> takeIn(tx, task, opened, read)))
                        .eventually(opened::closing));
    }

    private static Uni<Read> read(SettlementFile.Opened opened) {
        MessageDigest digest = sha256();
        return opened.lines()
                .invoke(line -> digest.update((line.text() + "\n").getBytes(StandardCharsets.UTF_8)))
                .collect()
                .with(Collectors.counting())
                .map(count ->
                        new Read(Math.toIntExact(count), HexFormat.of().formatHex(digest.digest()), opened.tag()));
    }

    private Uni<Void> takeIn(Tx tx, Task task, SettlementFile.Opened opened, Read read) {
        return dates.isNew(tx, task, read)
                .flatMap(isNew -> isNew
                        ? opened.lines()
                                .group()
                                .intoLists()
                                .of(LINES_AT_ONCE)
                                .onItem()
                                .transformToUniAndConcatenate(lines -> dates.addLines(tx, task, lines))
                                .collect()
                                .last()
                                .flatMap(all -> dates.fetched(tx, task, read))
                        : dates.unchanged(tx, task, read.tag()));
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
                                : post(tx, some, SuspensePostings::withdrawn)
                                        .flatMap(transfers -> breaks.releasedAll(tx, transfers))
                                        .replaceWith(true)))
                .whilst(more -> more)
                .collect()
                .last()
                .replaceWithVoid();
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
        return post(tx, some, SuspensePostings::suspended).flatMap(transfers -> breaks.suspended(tx, transfers));
    }

    /** How a break's money moves between its source's clearing account and suspense. */
    private interface Moving {
        Transfer of(UUID id, UUID breakId, LocalDate date, AccountCode clearing, long amount);
    }

    /** Moves the money of these breaks; answers with the transfer of each. */
    private Uni<Map<UUID, UUID>> post(Tx tx, List<TrackedBreak> some, Moving moving) {
        List<Transfer> transfers = some.stream()
                .map(one ->
                        moving.of(ids.next(), one.id(), clock.today(), Sources.clearing(one.source()), one.suspense()))
                .toList();
        return ledger.postAll(tx, transfers)
                .map(answers -> IntStream.range(0, some.size())
                        .boxed()
                        .collect(Collectors.toMap(i -> some.get(i).id(), i -> Posting.expected(answers.get(i)))));
    }
}
