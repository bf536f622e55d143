package io.anju.repayment.debit;

import io.anju.kernel.result.Result;
import io.anju.kit.event.Outbox;
import io.anju.kit.time.BusinessClock;
import io.anju.kit.tx.Tx;
import io.anju.repayment.card.Cards;
import io.anju.repayment.debit.model.DebitSwitch;
import io.anju.repayment.debit.model.SwitchRefusal;
import io.anju.repayment.loan.Loans;
import io.anju.repayment.loan.StoredLoan;
import io.anju.repayment.loan.model.Loan;
import io.anju.repayment.wallet.WalletLinks;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Stops and starts the automatic debit of a loan, whatever it is taken from. The loan is locked meanwhile, as the due run
 * locks it: a debit is ordered before the stop or not at all. One that is under way by then still takes its money.
 */
@ApplicationScoped
public class DebitSwitching {

    private final DebitSwitches switches;
    private final Loans loans;
    private final Cards cards;
    private final WalletLinks wallets;
    private final Outbox outbox;
    private final BusinessClock clock;

    DebitSwitching(
            DebitSwitches switches, Loans loans, Cards cards, WalletLinks wallets, Outbox outbox, BusinessClock clock) {
        this.switches = switches;
        this.loans = loans;
        this.cards = cards;
        this.wallets = wallets;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** The switch of the customer's loan; empty when it is not theirs. */
    public Uni<Optional<DebitSwitch>> find(Tx tx, UUID customerId, UUID loanId) {
        return loans.findOwned(tx, customerId, loanId)
                .flatMap(found -> found.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : switches.find(tx, loanId).map(Optional::of));
    }

    /**
     * Stops it. Where something is debited until now that is refused unless the customer goes on knowingly; a loan that is
     * stopped already stays as it is.
     */
    public Uni<Result<DebitSwitch, SwitchRefusal>> stop(Tx tx, UUID customerId, UUID loanId, boolean acknowledged) {
        return turn(
                tx,
                customerId,
                loanId,
                true,
                loan -> acknowledged ? Uni.createFrom().item(false) : isDebited(tx, loan));
    }

    /** Starts it again: bills whose turn came meanwhile have theirs on the next day. */
    public Uni<Result<DebitSwitch, SwitchRefusal>> start(Tx tx, UUID customerId, UUID loanId) {
        return turn(tx, customerId, loanId, false, loan -> Uni.createFrom().item(false));
    }

    /** Whether the customer has to be warned first. */
    private interface Warning {
        Uni<Boolean> before(Loan loan);
    }

    private Uni<Result<DebitSwitch, SwitchRefusal>> turn(
            Tx tx, UUID customerId, UUID loanId, boolean stop, Warning warning) {
        return loans.findOwnedForUpdate(tx, customerId, loanId).flatMap(found -> switch (found.map(StoredLoan::loan)
                .orElse(null)) {
            case null -> refused(new SwitchRefusal.NoSuchLoan(loanId));
            case Loan loan when loan.isOver() -> refused(new SwitchRefusal.LoanOver(loanId));
            case Loan loan ->
                switches.find(tx, loanId)
                        .flatMap(now -> now.stopped() == stop
                                ? Uni.createFrom().item(Result.ok(now))
                                : warning.before(loan)
                                        .flatMap(warn -> warn
                                                ? refused(new SwitchRefusal.LeavesLoanWithoutWayToPay(loanId))
                                                : keep(tx, loan, turned(now, stop))));
        });
    }

    private DebitSwitch turned(DebitSwitch now, boolean stop) {
        return stop ? now.stopped(clock.now()) : now.started(clock.now());
    }

    private Uni<Result<DebitSwitch, SwitchRefusal>> keep(Tx tx, Loan loan, DebitSwitch turned) {
        return switches.save(tx, turned)
                .flatMap(saved -> outbox.append(tx, DebitAnnouncements.turned(loan.agreement(), turned, clock.today())))
                .replaceWith(Result.ok(turned));
    }

    private Uni<Boolean> isDebited(Tx tx, Loan loan) {
        UUID customer = loan.agreement().customerId();
        return wallets.automaticOf(tx, List.of(loan.agreement().id()))
                .flatMap(automatic -> automatic.isEmpty()
                        ? cards.preferredOf(tx, List.of(customer)).map(preferred -> preferred.containsKey(customer))
                        : Uni.createFrom().item(true));
    }

    private static <T> Uni<Result<T, SwitchRefusal>> refused(SwitchRefusal refusal) {
        return Uni.createFrom().item(Result.refused(refusal));
    }
}
