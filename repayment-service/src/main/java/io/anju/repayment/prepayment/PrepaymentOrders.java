package io.anju.repayment.prepayment;

import io.anju.kit.tx.Tx;
import io.anju.repayment.card.model.Card;
import io.anju.repayment.collection.Bills;
import io.anju.repayment.collection.model.Bill;
import io.anju.repayment.loan.Loans;
import io.anju.repayment.loan.StoredLoan;
import io.anju.repayment.loan.model.Loan;
import io.anju.repayment.prepayment.model.Prepayment;
import io.anju.repayment.prepayment.model.PrepaymentRules;
import io.anju.repayment.prepayment.model.RunningInstalment;
import io.anju.repayment.rail.RailDesk;
import io.anju.repayment.rail.model.Instruction;
import io.anju.repayment.rail.model.Purpose;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What taking an offer today and taking it on its day have in common. The loan is locked by the caller. */
@ApplicationScoped
class PrepaymentOrders {

    /** Events of a loan that are named to explain why an offer is overtaken. */
    private static final int HAPPENED_MOST = 20;

    private final Loans loans;
    private final Bills bills;
    private final Prepayments prepayments;
    private final RailDesk rail;

    PrepaymentOrders(Loans loans, Bills bills, Prepayments prepayments, RailDesk rail) {
        this.loans = loans;
        this.bills = bills;
        this.prepayments = prepayments;
        this.rail = rail;
    }

    /** The loan as the rules look at it. */
    Uni<PrepaymentRules.Candidate> candidate(Tx tx, StoredLoan<Loan.Active> stored) {
        return candidate(tx, stored, stored.version());
    }

    /** The same, with what has happened since the version at which an offer was made. */
    Uni<PrepaymentRules.Candidate> candidate(Tx tx, StoredLoan<Loan.Active> stored, long since) {
        Loan.Active loan = stored.loan();
        UUID loanId = loan.agreement().id();
        return bills.listOfLoan(tx, loanId)
                .flatMap(all -> loans.listHappenedSince(tx, loanId, since, HAPPENED_MOST)
                        .flatMap(happened -> rail.listUnderWay(tx, loanId)
                                .map(underWay -> new PrepaymentRules.Candidate(
                                        loanId,
                                        loan.position(),
                                        stored.version(),
                                        unpaid(all),
                                        RunningInstalment.findPaid(loan.position(), all),
                                        loan.nextRepricing(),
                                        happened,
                                        loan.heldBy().isPresent() || !underWay.isEmpty(),
                                        loan.agreement()
                                                .conditions()
                                                .prepayment()
                                                .policy()))));
    }

    /** Orders the debit of an offer; until its outcome is known the loan's figures stay. */
    Uni<Prepayment.Pending> place(Tx tx, StoredLoan<Loan.Active> stored, Prepayment.Pending pending, Card.Bound card) {
        var quote = pending.quote();
        var debit = new Instruction(
                        pending.reference(),
                        Instruction.Kind.DEBIT,
                        Purpose.PREPAYMENT,
                        quote.loanId(),
                        pending.id().toString(),
                        card.token(),
                        quote.total(),
                        quote.date())
                .naming(Optional.of(card.last4()));
        return prepayments
                .save(tx, pending)
                .flatMap(saved -> loans.save(tx, stored, stored.loan().held(debit.reference())))
                .flatMap(saved -> rail.place(tx, debit))
                .replaceWith(pending);
    }

    private static List<Bill.Unpaid> unpaid(List<Bill> bills) {
        return bills.stream()
                .filter(Bill.Unpaid.class::isInstance)
                .map(Bill.Unpaid.class::cast)
                .toList();
    }
}
