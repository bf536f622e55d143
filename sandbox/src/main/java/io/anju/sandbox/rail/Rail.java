package io.anju.sandbox.rail;

import io.anju.sandbox.http.ApiProblem;
import io.anju.sandbox.journal.Journal;
import io.anju.sandbox.rail.Transaction.Kind;
import io.anju.sandbox.rail.Transaction.Order;
import io.anju.sandbox.rail.Transaction.Outcome;
import io.anju.sandbox.rail.Transaction.State;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rail's books: transactions by reference, balances by card, everything written to the journal before it is true. */
final class Rail {
    /** A card nobody gave a balance to holds 100 million yuan; in fen. */
    static final long USUAL_BALANCE = 10_000_000_000L;

    private record BalanceSet(String cardToken, long balance) {}

    private record Told(UUID transactionId) {}

    private final int transactionsMost;
    private final Map<UUID, Transaction> transactions = new LinkedHashMap<>();
    private final Map<String, UUID> byReference = new HashMap<>();
    private final Map<LocalDate, List<UUID>> settledOn = new HashMap<>();
    private final Map<String, Long> balances = new HashMap<>();

    private final Journal.Facts<Order> orders;
    private final Journal.Facts<Outcome> outcomes;
    private final Journal.Facts<Told> tellings;
    private final Journal.Facts<BalanceSet> balancesSet;

    Rail(Journal journal, int transactionsMost) {
        this.transactionsMost = transactionsMost;
        this.orders = journal.facts("rail.ordered", Order.class, this::apply);
        this.outcomes = journal.facts("rail.settled", Outcome.class, this::apply);
        this.tellings = journal.facts(
                "rail.told",
                Told.class,
                told -> transactions.computeIfPresent(told.transactionId(), (id, t) -> t.toldToCaller()));
        this.balancesSet =
                journal.facts("rail.balance", BalanceSet.class, set -> balances.put(set.cardToken(), set.balance()));
    }

    /** Takes an order, or finds the one that has its reference; 409 if that one is about other money. */
    Transaction take(Order order) {
        var earlier = find(order.reference());
        if (earlier.isPresent()) {
            if (!earlier.get().order().sameMoneyAs(order)) {
                throw new ApiProblem(
                        409, "REFERENCE_REUSED", "This reference stands for another amount, account or kind.");
            }
            return earlier.get();
        }
        if (transactions.size() >= transactionsMost) {
            throw ApiProblem.full();
        }
        orders.add(order);
        return get(order.transactionId());
    }

    /** Decides a pending transaction; one already decided stays as it is. */
    Transaction settle(UUID id, boolean failOnPurpose, Instant at, LocalDate date) {
        var transaction = get(id);
        if (transaction.outcome() == null) {
            var reason = reasonToFail(transaction.order(), failOnPurpose);
            outcomes.add(new Outcome(id, reason == null ? State.SUCCEEDED : State.FAILED, reason, at, date));
        }
        return get(id);
    }

    private @Nullable String reasonToFail(Order order, boolean failOnPurpose) {
        if (failOnPurpose) {
            return "DECLINED";
        }
        if (order.account().contains("closed")) {
            return "ACCOUNT_CLOSED";
        }
        return order.kind() == Kind.DEBIT && balance(order.account()) < order.amount() ? "INSUFFICIENT_FUNDS" : null;
    }

    void told(UUID id) {
        if (!get(id).told()) {
            tellings.add(new Told(id));
        }
    }

    void setBalance(String cardToken, long balance) {
        if (balances.size() >= transactionsMost && !balances.containsKey(cardToken)) {
            throw ApiProblem.full();
        }
        balancesSet.add(new BalanceSet(cardToken, balance));
    }

    long balance(String cardToken) {
        return balances.getOrDefault(cardToken, USUAL_BALANCE);
    }

    Optional<Transaction> find(String reference) {
        return Optional.ofNullable(byReference.get(reference)).map(this::get);
    }

    /** What is still to be settled or told, in the order it was taken. */
    List<Transaction> unfinished() {
        return transactions.values().stream().filter(t -> !t.told()).toList();
    }

    /** What was settled on a business date, in the order it was settled. */
    List<Transaction> settledOn(LocalDate date) {
        return settledOn.getOrDefault(date, List.of()).stream().map(this::get).toList();
    }

    private Transaction get(UUID id) {
        var found = transactions.get(id);
        if (found == null) {
            throw new IllegalStateException("no transaction " + id);
        }
        return found;
    }

    private void apply(Order order) {
        transactions.put(order.transactionId(), Transaction.ordered(order));
        byReference.put(order.reference(), order.transactionId());
    }

    private void apply(Outcome outcome) {
        var order = get(outcome.transactionId()).order();
        transactions.computeIfPresent(outcome.transactionId(), (id, t) -> t.settled(outcome));
        settledOn.computeIfAbsent(outcome.date(), date -> new ArrayList<>()).add(outcome.transactionId());
        if (order.kind() == Kind.DEBIT && outcome.state() == State.SUCCEEDED) {
            balances.merge(order.account(), USUAL_BALANCE - order.amount(), (held, unused) -> held - order.amount());
        }
    }
}
