package io.anju.sandbox.rail;

import io.anju.sandbox.http.ApiProblem;
import io.anju.sandbox.journal.Journal;
import io.anju.sandbox.rail.Transaction.Kind;
import io.anju.sandbox.rail.Transaction.Order;
import io.anju.sandbox.rail.Transaction.Outcome;
import io.anju.sandbox.rail.Transaction.State;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rail's books: transactions by reference, balances by card, everything written to the journal before it is true. */
final class Rail {
    /** A card nobody gave a balance to holds 100 million yuan, however often it is debited; in fen. */
    static final long USUAL_BALANCE = 10_000_000_000L;

    private record BalanceSet(String cardToken, long balance) {}

    private record Told(UUID transactionId) {}

    private final int transactionsMost;
    private final Map<UUID, Transaction> pending = new LinkedHashMap<>();
    private final Map<String, UUID> pendingReferences = new HashMap<>();
    private final Map<UUID, Transaction> untold = new LinkedHashMap<>();
    private final Archive settled = new Archive();
    private final Map<String, Long> balances = new HashMap<>();

    private final Journal.Facts<Order> orders;
    private final Journal.Facts<Outcome> outcomes;
    private final Journal.Facts<Told> tellings;
    private final Journal.Facts<BalanceSet> balancesSet;

    Rail(Journal journal, int transactionsMost) {
        this.transactionsMost = transactionsMost;
        this.orders = journal.facts("rail.ordered", Order.class, this::apply);
        this.outcomes = journal.facts("rail.settled", Outcome.class, this::apply);
        this.tellings = journal.facts("rail.told", Told.class, told -> untold.remove(told.transactionId()));
        this.balancesSet =
                journal.facts("rail.balance", BalanceSet.class, set -> balances.put(set.cardToken(), set.balance()));
    }

    /** Takes an order, or finds the one that has its reference; 409 if that one is about other money. */
    Transaction take(Order order) {
        return takeAll(List.of(order)).getFirst().orElseThrow(Rail::reused);
    }

    /** Takes many orders, each like {@link #take}; empty where a reference stands for other money. */
    List<Optional<Transaction>> takeAll(List<Order> wanted) {
        List<Order> fresh = wanted.stream()
                .filter(order -> find(order.reference()).isEmpty())
                .collect(
                        Collectors.toMap(Order::reference, order -> order, (first, again) -> first, LinkedHashMap::new))
                .values()
                .stream()
                .toList();
        if (pending.size() + settled.size() + fresh.size() > transactionsMost) {
            throw ApiProblem.full();
        }
        orders.addAll(fresh);
        return wanted.stream()
                .map(order ->
                        find(order.reference()).filter(there -> there.order().sameMoneyAs(order)))
                .toList();
    }

    private static ApiProblem reused() {
        return new ApiProblem(409, "REFERENCE_REUSED", "This reference stands for another amount, account or kind.");
    }

    /** Decides pending transactions, one after the other; answers with them as they are then. */
    List<Transaction> settleAll(
            List<Transaction> due,
            BooleanSupplier failOnPurpose,
            ToLongFunction<Order> part,
            Instant at,
            LocalDate date) {
        return due.stream()
                .map(transaction -> {
                    var order = transaction.order();
                    UUID id = order.transactionId();
                    long moved = there(order, part.applyAsLong(order));
                    var reason = reasonToFail(order, moved, failOnPurpose.getAsBoolean());
                    var state = reason == null ? State.SUCCEEDED : State.FAILED;
                    var inPart = state == State.SUCCEEDED && moved < order.amount() ? moved : null;
                    var outcome = new Outcome(id, state, reason, at, date, inPart);
                    outcomes.add(outcome);
                    return transaction.settled(outcome);
                })
                .toList();
    }

    /** Of what is to be moved: all of it or, where a part will do, as much as the card holds. */
    private long there(Order order, long wanted) {
        return order.partial() ? Math.min(wanted, balance(order.account())) : wanted;
    }

    private @Nullable String reasonToFail(Order order, long moved, boolean failOnPurpose) {
        if (failOnPurpose) {
            return "DECLINED";
        }
        if (order.account().contains("closed")) {
            return "ACCOUNT_CLOSED";
        }
        boolean isShort = moved == 0 || balance(order.account()) < moved;
        return order.kind() == Kind.DEBIT && isShort ? "INSUFFICIENT_FUNDS" : null;
    }

    /** Their callback has been taken. */
    void told(List<Transaction> taken) {
        tellings.addAll(taken.stream()
                .map(transaction -> new Told(transaction.order().transactionId()))
                .filter(told -> untold.containsKey(told.transactionId()))
                .toList());
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
        return Optional.ofNullable(pendingReferences.get(reference))
                .map(pending::get)
                .or(() -> settled.find(reference));
    }

    /** What is still to be settled, in the order it was taken. */
    List<Transaction> pending() {
        return List.copyOf(pending.values());
    }

    /** What is settled and still to be told, in the order it was settled. */
    List<Transaction> untold() {
        return List.copyOf(untold.values());
    }

    /** What was settled on a business date, in the order it was settled. */
    Iterator<Transaction> settledOn(LocalDate date) {
        return settled.settledOn(date);
    }

    /** How many those are. */
    int countSettledOn(LocalDate date) {
        return settled.countSettledOn(date);
    }

    private void apply(Order order) {
        pending.put(order.transactionId(), Transaction.ordered(order));
        pendingReferences.put(order.reference(), order.transactionId());
    }

    private void apply(Outcome outcome) {
        var transaction =
                Objects.requireNonNull(pending.remove(outcome.transactionId())).settled(outcome);
        var order = transaction.order();
        pendingReferences.remove(order.reference());
        untold.put(outcome.transactionId(), transaction);
        settled.add(transaction, outcome.date());
        if (order.kind() == Kind.DEBIT && outcome.state() == State.SUCCEEDED) {
            balances.computeIfPresent(order.account(), (card, held) -> held - transaction.amount());
        }
    }
}
