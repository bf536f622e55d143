package io.anju.sandbox.wallet;

import io.anju.sandbox.http.ApiProblem;
import io.anju.sandbox.http.Bounded;
import io.anju.sandbox.journal.Journal;
import io.anju.sandbox.wallet.Payment.Funds;
import io.anju.sandbox.wallet.Payment.Order;
import io.anju.sandbox.wallet.Payment.Outcome;
import io.anju.sandbox.wallet.Payment.State;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The institution's books: wallets, links, payments by reference, notices received; written to the journal before they are true. */
final class Wallets {
    /** A wallet nobody gave a balance to holds 100 million yuan of its own; in fen. */
    static final long USUAL_FUNDS = 10_000_000_000L;

    private static final String CLOSED = "closed";
    private static final String ON_CREDIT = "oncredit";
    private static final int CODES_MOST = 10_000;

    /** What a wallet holds, all in fen. */
    record Account(String wallet, long ownFunds, long creditLimit, long creditUsed) {}

    /** A bank's link to a wallet, under the bank's reference; when and on which business date. */
    record Link(String reference, String code, String wallet, Instant at, LocalDate date) {}

    /** What the bank has told: the link it is about, and the limit that it grants, in fen; when, and on which business date. */
    record Notice(String id, String kind, String link, long limit, String sha256, Instant at, LocalDate date) {
        boolean saysTheSameAs(Notice other) {
            return kind.equals(other.kind)
                    && link.equals(other.link)
                    && limit == other.limit
                    && sha256.equals(other.sha256);
        }
    }

    private record Told(String reference) {}

    private final int most;
    private final Map<String, Account> accounts = new HashMap<>();
    private final Map<String, String> codes = new Bounded<>(CODES_MOST);
    private final Map<String, Link> links = new LinkedHashMap<>();
    private final Map<String, Payment> payments = new LinkedHashMap<>();
    private final Map<String, Payment> untold = new LinkedHashMap<>();
    private final Map<String, Notice> notices = new LinkedHashMap<>();

    private final Journal.Facts<Account> accountFacts;
    private final Journal.Facts<Link> linkFacts;
    private final Journal.Facts<Order> orderFacts;
    private final Journal.Facts<Outcome> outcomeFacts;
    private final Journal.Facts<Told> toldFacts;
    private final Journal.Facts<Notice> noticeFacts;

    Wallets(Journal journal, int most) {
        this.most = most;
        this.accountFacts = journal.facts("wallet.account", Account.class, set -> accounts.put(set.wallet(), set));
        this.linkFacts = journal.facts("wallet.linked", Link.class, link -> links.put(link.reference(), link));
        this.orderFacts = journal.facts(
                "wallet.ordered", Order.class, order -> payments.put(order.reference(), new Payment(order, null)));
        this.outcomeFacts = journal.facts("wallet.settled", Outcome.class, this::apply);
        this.toldFacts = journal.facts("wallet.told", Told.class, told -> untold.remove(told.reference()));
        this.noticeFacts = journal.facts("wallet.notice", Notice.class, this::apply);
    }

    /** Lets the wallet's app show its holder a code to link it with. */
    void issue(String code, String wallet) {
        codes.put(code, wallet);
    }

    /** Links the wallet behind a code; the same reference and code are the same link. A code links once. */
    Link link(String reference, String code, Instant at, LocalDate date) {
        Link there = links.get(reference);
        if (there != null) {
            if (!there.code().equals(code)) {
                throw new ApiProblem(409, "REFERENCE_REUSED", "This reference stands for another code.");
            }
            return there;
        }
        String wallet = codes.remove(code);
        if (wallet == null) {
            throw new ApiProblem(422, "CODE_WRONG", "No wallet shows this code, or it was used.");
        }
        keepBounded(links.size());
        var link = new Link(reference, code, wallet, at, date);
        linkFacts.add(link);
        return link;
    }

    Account account(String wallet) {
        return accounts.getOrDefault(wallet, new Account(wallet, USUAL_FUNDS, 0, 0));
    }

    void set(Account account) {
        keepBounded(accounts.size());
        accountFacts.add(account);
    }

    /** Takes an order, or finds the one that has its reference; 409 if that one is about other money. */
    Payment take(Order order) {
        Payment there = payments.get(order.reference());
        if (there == null) {
            keepBounded(payments.size());
            orderFacts.add(order);
        } else if (!there.order().sameMoneyAs(order)) {
            throw new ApiProblem(409, "REFERENCE_REUSED", "This reference stands for another amount or wallet.");
        }
        return find(order.reference()).orElseThrow();
    }

    /**
     * Decides a pending payment: own funds or nothing, however much credit there is. A return gives back to the money that
     * was taken.
     */
    Payment settle(String reference, boolean failOnPurpose, Instant at, LocalDate date) {
        Order order = find(reference).orElseThrow().order();
        var reason = reasonToFail(order, failOnPurpose);
        var state = reason == null ? State.SUCCEEDED : State.FAILED;
        outcomeFacts.add(new Outcome(reference, state, funds(order), reason, at, date));
        return find(reference).orElseThrow();
    }

    private Funds funds(Order order) {
        var given = order.payment() == null
                ? null
                : find(order.payment()).map(Payment::outcome).orElse(null);
        if (given != null) {
            return given.funds();
        }
        return order.wallet().contains(ON_CREDIT) ? Funds.CREDIT : Funds.OWN;
    }

    private @Nullable String reasonToFail(Order order, boolean failOnPurpose) {
        if (failOnPurpose) {
            return "DECLINED";
        }
        if (order.payment() != null) {
            return find(order.payment())
                            .filter(paid -> paid.tookAtLeast(order.amount()))
                            .isPresent()
                    ? null
                    : "NOTHING_TO_RETURN";
        }
        if (order.wallet().contains(CLOSED)) {
            return "ACCOUNT_CLOSED";
        }
        return account(order.wallet()).ownFunds() < order.amount() ? "INSUFFICIENT_FUNDS" : null;
    }

    /** Keeps a notice of the bank's; the same id is the same notice. */
    Notice hear(Notice notice) {
        Notice there = notices.get(notice.id());
        if (there == null) {
            keepBounded(notices.size());
            noticeFacts.add(notice);
            return notice;
        }
        if (!there.saysTheSameAs(notice)) {
            throw new ApiProblem(409, "REFERENCE_REUSED", "This id stands for another notice.");
        }
        return there;
    }

    /** What the bank has told of a link, in the order in which it came. */
    List<Notice> noticesOf(String link) {
        return notices.values().stream()
                .filter(notice -> notice.link().equals(link))
                .toList();
    }

    /** What was settled on that business date, in the order in which it was ordered. */
    List<Payment> settledOn(LocalDate date) {
        return payments.values().stream()
                .filter(payment -> payment.outcome() != null
                        && date.equals(payment.outcome().date()))
                .toList();
    }

    /** The links made on that business date. */
    List<Link> linkedOn(LocalDate date) {
        return links.values().stream().filter(link -> date.equals(link.date())).toList();
    }

    /** The notices heard on that business date. */
    List<Notice> heardOn(LocalDate date) {
        return notices.values().stream()
                .filter(notice -> date.equals(notice.date()))
                .toList();
    }

    void told(String reference) {
        if (untold.containsKey(reference)) {
            toldFacts.add(new Told(reference));
        }
    }

    Optional<Payment> find(String reference) {
        return Optional.ofNullable(payments.get(reference));
    }

    /** What is still to be settled, in the order it was taken. */
    List<Payment> pending() {
        return payments.values().stream()
                .filter(payment -> payment.outcome() == null)
                .toList();
    }

    /** What is settled and still to be told. */
    List<Payment> untold() {
        return List.copyOf(untold.values());
    }

    private void keepBounded(int size) {
        if (size >= most) {
            throw ApiProblem.full();
        }
    }

    private void apply(Outcome outcome) {
        var settled = new Payment(find(outcome.reference()).orElseThrow().order(), outcome);
        payments.put(outcome.reference(), settled);
        untold.put(outcome.reference(), settled);
        if (outcome.state() == State.SUCCEEDED) {
            var before = account(settled.order().wallet());
            long amount = settled.order().amount();
            boolean own = outcome.funds() == Funds.OWN;
            amount = settled.order().kind() == Payment.Kind.RETURN ? -amount : amount;
            accounts.put(
                    before.wallet(),
                    new Account(
                            before.wallet(),
                            before.ownFunds() - (own ? amount : 0),
                            before.creditLimit(),
                            before.creditUsed() + (own ? 0 : amount)));
        }
    }

    private void apply(Notice notice) {
        notices.put(notice.id(), notice);
        Link link = links.get(notice.link());
        if (link != null) {
            var before = account(link.wallet());
            accounts.put(
                    link.wallet(), new Account(link.wallet(), before.ownFunds(), notice.limit(), before.creditUsed()));
        }
    }
}
