package io.anju.repayment.arrears;

import io.anju.kit.time.BusinessClock;
import io.anju.kit.tx.Transactions;
import io.anju.kit.tx.Tx;
import io.anju.repayment.arrears.model.Arrears;
import io.anju.repayment.arrears.model.CureRule;
import io.anju.repayment.collection.Bills;
import io.anju.repayment.collection.model.Bill;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Classifies loans: once for each business date those that may be late, a bounded part of them per transaction; where it
 * stands is kept with what it found, so that a killed worker leaves out nothing. A single loan can be asked for at any
 * moment.
 */
@ApplicationScoped
public class Classification {

    private final Transactions transactions;
    private final ArrearsBook book;
    private final Bills bills;
    private final ArrearsConfig config;
    private final BusinessClock clock;
    private volatile LocalDate done = LocalDate.MIN;

    Classification(
            Transactions transactions, ArrearsBook book, Bills bills, ArrearsConfig config, BusinessClock clock) {
        this.transactions = transactions;
        this.book = book;
        this.bills = bills;
        this.config = config;
        this.clock = clock;
    }

    /** How late these loans are today, as their bills stand now. */
    public Uni<Map<UUID, Arrears>> of(Tx tx, Collection<UUID> loanIds) {
        return of(tx, loanIds, clock.today());
    }

    @Scheduled(
            every = "${anju.arrears.round:1m}",
            delayed = "10s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> round() {
        LocalDate today = clock.today();
        return config.automatic() && clock.isSet() && !today.equals(done)
                ? classify(today)
                        .flatMap(classified -> transactions.run(tx -> book.isDone(tx, today)))
                        .invoke(whole -> done = whole ? today : done)
                        .replaceWithVoid()
                : Uni.createFrom().voidItem();
    }

    /** Classifies for a date, or what is left of it. */
    public Uni<Void> classify(LocalDate date) {
        return transactions
                .run(tx -> book.begin(tx, date))
                .flatMap(begun -> Multi.createBy()
                        .repeating()
                        .uni(() -> transactions.run(tx -> some(tx, date)))
                        .whilst(more -> more)
                        .collect()
                        .last()
                        .replaceWithVoid());
    }

    private Uni<Boolean> some(Tx tx, LocalDate date) {
        return book.take(tx, date, config.atOnce())
                .flatMap(taken -> taken.map(loans -> classify(tx, date, loans))
                        .orElseGet(() -> Uni.createFrom().item(false)));
    }

    private Uni<Boolean> classify(Tx tx, LocalDate date, List<ArrearsBook.Candidate> loans) {
        boolean more = loans.size() == config.atOnce();
        Optional<UUID> last = more ? Optional.of(loans.getLast().loanId()) : Optional.empty();
        List<UUID> active = loans.stream()
                .filter(ArrearsBook.Candidate::active)
                .map(ArrearsBook.Candidate::loanId)
                .toList();
        return of(tx, active, date)
                .map(found -> {
                    Map<UUID, Arrears> all = new HashMap<>(found);
                    loans.forEach(loan -> all.putIfAbsent(loan.loanId(), Arrears.NONE));
                    return all;
                })
                .flatMap(all -> book.keep(tx, date, all))
                .flatMap(kept -> book.moveOn(tx, date, last))
                .replaceWith(more);
    }

    private Uni<Map<UUID, Arrears>> of(Tx tx, Collection<UUID> loanIds, LocalDate date) {
        var rule = new CureRule(config.cureMonths(), config.cureInstalments());
        return loanIds.isEmpty()
                ? Uni.createFrom().item(Map.of())
                : bills.listOfLoans(tx, loanIds)
                        .map(all ->
                                all.stream()
                                        .collect(Collectors.groupingBy(
                                                bill -> bill.facts().loanId()))
                                        .entrySet()
                                        .stream()
                                        .collect(Collectors.toMap(
                                                Map.Entry::getKey, entry -> arrears(entry.getValue(), date, rule))));
    }

    private static Arrears arrears(List<Bill> bills, LocalDate date, CureRule rule) {
        return Arrears.of(bills, date, rule);
    }
}
