package io.anju.repayment.duerun;

import io.anju.kit.event.DomainEvent;
import io.anju.kit.event.Outbox;
import io.anju.kit.time.BusinessClock;
import io.anju.kit.tx.Tx;
import io.anju.repayment.card.Cards;
import io.anju.repayment.card.model.Card;
import io.anju.repayment.collection.Bills;
import io.anju.repayment.collection.CollectionConfig;
import io.anju.repayment.collection.model.Bill;
import io.anju.repayment.duerun.model.Chunk;
import io.anju.repayment.duerun.model.DayWork;
import io.anju.repayment.duerun.model.Tally;
import io.anju.repayment.loan.LoanChange;
import io.anju.repayment.loan.Loans;
import io.anju.repayment.loan.PublishedRates;
import io.anju.repayment.loan.StoredLoan;
import io.anju.repayment.loan.model.Loan;
import io.anju.repayment.loan.model.ReferenceRates;
import io.anju.repayment.rail.RailDesk;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The work of one chunk, in one transaction: load everything, work it out, save it all. Doing it again does nothing,
 * since a loan that was billed is due on a later date and a bill that is being debited is not to be collected.
 */
@ApplicationScoped
class ChunkWork {

    // Loans may have become due in a range after it was cut; beyond this they wait for the next run.
    private static final int MOST = 4;

    private final Loans loans;
    private final Bills bills;
    private final Cards cards;
    private final PublishedRates rates;
    private final RailDesk rail;
    private final Outbox outbox;
    private final DueRuns runs;
    private final DueRunConfig config;
    private final BusinessClock clock;
    private final CollectionConfig collection;

    ChunkWork(
            Loans loans,
            Bills bills,
            Cards cards,
            PublishedRates rates,
            RailDesk rail,
            Outbox outbox,
            DueRuns runs,
            DueRunConfig config,
            BusinessClock clock,
            CollectionConfig collection) {
        this.loans = loans;
        this.bills = bills;
        this.cards = cards;
        this.rates = rates;
        this.rail = rail;
        this.outbox = outbox;
        this.runs = runs;
        this.config = config;
        this.clock = clock;
        this.collection = collection;
    }

    /** What was read for a chunk; loans are locked. */
    private record Loaded(
            List<StoredLoan<Loan.Active>> loans,
            ReferenceRates rates,
            Map<UUID, Card.Bound> cards,
            Map<UUID, List<Bill.Unpaid>> toCollect) {}

    /** Does it, and tells what was done. */
    Uni<Tally> run(Tx tx, Chunk chunk) {
        return load(tx, chunk)
                .map(loaded -> workOut(chunk, loaded))
                .flatMap(results -> save(tx, chunk, results).map(saved -> results.tally()));
    }

    private Uni<Loaded> load(Tx tx, Chunk chunk) {
        int limit = MOST * config.chunkSize();
        return loans.listDueIds(tx, chunk.date(), chunk.from(), chunk.to(), limit)
                .flatMap(due -> bills.listLoansToCollect(tx, chunk.date(), chunk.from(), chunk.to(), limit)
                        .map(more -> {
                            var ids = new TreeSet<>(due);
                            ids.addAll(more);
                            return ids;
                        }))
                .flatMap(ids -> loans.listActiveForUpdate(tx, ids)
                        .flatMap(locked -> rates.all(tx)
                                .flatMap(series -> cards.preferredOf(tx, customers(locked))
                                        .flatMap(preferred -> bills.listToCollect(tx, ids, chunk.date())
                                                .map(open -> new Loaded(locked, series, preferred, byLoan(open)))))));
    }

    private ChunkResults workOut(Chunk chunk, Loaded loaded) {
        var results = new ChunkResults(chunk.date(), collection.lateRule(), collection.retryPlan());
        for (StoredLoan<Loan.Active> stored : loaded.loans()) {
            Loan.Active loan = stored.loan();
            results.add(
                    stored,
                    DayWork.of(chunk.date(), loan, loaded.rates()),
                    loaded.toCollect().getOrDefault(loan.agreement().id(), List.of()),
                    loaded.cards().get(loan.agreement().customerId()));
        }
        return results;
    }

    private Uni<Void> save(Tx tx, Chunk chunk, ChunkResults results) {
        List<LoanChange> changes = results.changes();
        return loans.saveAll(tx, changes)
                .flatMap(saved -> bills.saveAll(tx, results.bills()))
                .flatMap(saved -> rail.placeAll(tx, results.debits()))
                .flatMap(placed -> tell(tx, results.announcements()))
                .flatMap(told ->
                        runs.report(tx, chunk, results.tally(), clock.now().plus(config.retry())));
    }

    private Uni<Void> tell(Tx tx, List<DomainEvent> events) {
        Uni<Void> told = Uni.createFrom().voidItem();
        for (DomainEvent event : events) {
            told = told.flatMap(done -> outbox.append(tx, event));
        }
        return told;
    }

    private static List<UUID> customers(List<StoredLoan<Loan.Active>> loans) {
        return loans.stream()
                .map(stored -> stored.loan().agreement().customerId())
                .distinct()
                .toList();
    }

    private static Map<UUID, List<Bill.Unpaid>> byLoan(List<Bill.Unpaid> open) {
        return open.stream()
                .collect(Collectors.groupingBy(bill -> bill.facts().loanId(), Collectors.toCollection(ArrayList::new)));
    }
}
