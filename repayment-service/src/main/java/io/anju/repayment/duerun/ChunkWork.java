package io.anju.repayment.duerun;

import io.anju.kernel.calendar.BusinessDays;
import io.anju.kit.calendar.PublicHolidays;
import io.anju.kit.event.Outbox;
import io.anju.kit.time.BusinessClock;
import io.anju.kit.tx.Tx;
import io.anju.repayment.card.Cards;
import io.anju.repayment.card.model.Card;
import io.anju.repayment.collection.Bills;
import io.anju.repayment.collection.CollectionConfig;
import io.anju.repayment.collection.model.Bill;
import io.anju.repayment.collection.model.PayerOrder;
import io.anju.repayment.debit.DebitSwitches;
import io.anju.repayment.duerun.model.Chunk;
import io.anju.repayment.duerun.model.DayWork;
import io.anju.repayment.duerun.model.Tally;
import io.anju.repayment.loan.Loans;
import io.anju.repayment.loan.PublishedRates;
import io.anju.repayment.loan.StoredLoan;
import io.anju.repayment.loan.model.Loan;
import io.anju.repayment.loan.model.ReferenceRates;
import io.anju.repayment.loan.model.SpreadStep;
import io.anju.repayment.rail.RailDesk;
import io.anju.repayment.rail.model.Payer;
import io.anju.repayment.rail.model.Purpose;
import io.anju.repayment.spread.SpreadSteps;
import io.anju.repayment.wallet.WalletLinks;
import io.anju.repayment.wallet.model.WalletLink;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The work of one chunk, a bounded part of it per transaction: load everything, work it out, save it all. Doing it again
 * does nothing, since a loan that was billed is due on a later date and a bill that is being debited has no turn.
 */
@ApplicationScoped
class ChunkWork {

    private final Loans loans;
    private final Bills bills;
    private final Cards cards;
    private final WalletLinks wallets;
    private final PublishedRates rates;
    private final PublicHolidays holidays;
    private final RailDesk rail;
    private final Outbox outbox;
    private final DebitSwitches switches;
    private final SpreadSteps spreads;
    private final DueRuns runs;
    private final DueRunConfig config;
    private final BusinessClock clock;
    private final CollectionConfig collection;

    ChunkWork(
            Loans loans,
            Bills bills,
            Cards cards,
            WalletLinks wallets,
            PublishedRates rates,
            PublicHolidays holidays,
            RailDesk rail,
            Outbox outbox,
            DebitSwitches switches,
            SpreadSteps spreads,
            DueRuns runs,
            DueRunConfig config,
            BusinessClock clock,
            CollectionConfig collection) {
        this.loans = loans;
        this.bills = bills;
        this.cards = cards;
        this.wallets = wallets;
        this.rates = rates;
        this.holidays = holidays;
        this.rail = rail;
        this.outbox = outbox;
        this.switches = switches;
        this.spreads = spreads;
        this.runs = runs;
        this.config = config;
        this.clock = clock;
        this.collection = collection;
    }

    /** What was read for a part of a chunk; loans are locked. */
    private record Loaded(
            List<StoredLoan<Loan.Active>> loans,
            ReferenceRates rates,
            Map<UUID, SpreadStep> spreads,
            BusinessDays calendar,
            Map<UUID, List<Card.Bound>> cards,
            Map<UUID, WalletLink.Linked> wallets,
            Map<UUID, List<Bill.Unpaid>> unpaid,
            Set<UUID> beingDebited,
            Set<UUID> stopped) {}

    /** Does the next part of it, and tells what was done; nothing when another worker did it meanwhile. */
    Uni<Optional<Tally>> run(Tx tx, Chunk chunk) {
        return runs.take(tx, chunk, clock.now(), config.chunkSize())
                .flatMap(taken -> taken.map(part -> run(tx, chunk, part).map(Optional::of))
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    private Uni<Tally> run(Tx tx, Chunk chunk, DueRuns.Part part) {
        return load(tx, part.loanIds(), chunk.date())
                .map(loaded -> workOut(chunk, loaded))
                .flatMap(results -> save(tx, results)
                        .flatMap(saved -> runs.report(tx, chunk, part, results.tally(), clock.now(), config.retry()))
                        .map(reported -> results.tally()));
    }

    /** One after the other: a transaction has one connection. */
    private Uni<Loaded> load(Tx tx, List<UUID> ids, LocalDate day) {
        return loans.listActiveForUpdate(tx, ids)
                .flatMap(locked -> Uni.combine()
                        .all()
                        .unis(
                                rates.all(tx),
                                spreads.dueOf(tx, ids, day),
                                holidays.around(tx, day),
                                cards.debitedOf(tx, customers(locked)),
                                wallets.automaticOf(tx, ids),
                                bills.listUnpaid(tx, ids),
                                rail.loansWithOneUnderWay(tx, ids, Purpose.INSTALMENT),
                                switches.stoppedOf(tx, ids))
                        .usingConcurrencyOf(1)
                        .with((series, steps, calendar, debited, automatic, open, busy, stopped) -> new Loaded(
                                locked, series, steps, calendar, debited, automatic, byLoan(open), busy, stopped)));
    }

    private ChunkResults workOut(Chunk chunk, Loaded loaded) {
        var results = new ChunkResults(chunk.date(), clock.now(), loaded.calendar(), collection.retryPlan());
        for (StoredLoan<Loan.Active> stored : loaded.loans()) {
            Loan.Active loan = stored.loan();
            UUID id = loan.agreement().id();
            results.add(
                    stored,
                    DayWork.of(
                            chunk.date(),
                            loan,
                            loaded.rates(),
                            Optional.ofNullable(loaded.spreads().get(id))),
                    loaded.unpaid().getOrDefault(id, List.of()),
                    loaded.beingDebited().contains(id),
                    payers(loaded, loan));
        }
        return results;
    }

    private static PayerOrder payers(Loaded loaded, Loan.Active loan) {
        if (loaded.stopped().contains(loan.agreement().id())) {
            return PayerOrder.STOPPED;
        }
        WalletLink.Linked wallet = loaded.wallets().get(loan.agreement().id());
        if (wallet != null) {
            return PayerOrder.of(List.of(Payer.wallet(wallet.facts().wallet())));
        }
        List<Card.Bound> cards = loaded.cards().getOrDefault(loan.agreement().customerId(), List.of());
        return PayerOrder.of(cards.stream()
                .map(card -> Payer.card(card.token(), card.last4()))
                .toList());
    }

    private Uni<Void> save(Tx tx, ChunkResults results) {
        return loans.saveAll(tx, results.changes())
                .flatMap(saved -> rail.placeAll(tx, results.debits()))
                .flatMap(placed -> bills.saveAll(tx, results.bills(placed)))
                .flatMap(saved -> spreads.concludeAll(tx, results.spreads()))
                .flatMap(saved -> outbox.appendAll(tx, results.announcements()));
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
