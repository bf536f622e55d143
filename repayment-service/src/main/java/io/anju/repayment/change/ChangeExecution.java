package io.anju.repayment.change;

import io.anju.kernel.result.Result;
import io.anju.kit.event.Outbox;
import io.anju.kit.tx.Tx;
import io.anju.repayment.change.model.AgreedChange;
import io.anju.repayment.change.model.ChangeQuote;
import io.anju.repayment.change.model.ChangeRefusal;
import io.anju.repayment.change.model.ChangeRules;
import io.anju.repayment.loan.LoanChange;
import io.anju.repayment.loan.Loans;
import io.anju.repayment.loan.StoredLoan;
import io.anju.repayment.loan.model.Loan;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Does what was offered, at once or when its amendment is sealed. The loan is locked by the caller. */
@ApplicationScoped
class ChangeExecution {

    private final Loans loans;
    private final Changes changes;
    private final Outbox outbox;

    ChangeExecution(Loans loans, Changes changes, Outbox outbox) {
        this.loans = loans;
        this.changes = changes;
        this.outbox = outbox;
    }

    /** The loan changes and says so. */
    Uni<AgreedChange> execute(Tx tx, StoredLoan<Loan.Active> stored, AgreedChange.Awaiting taken) {
        Loan.Active after = after(stored.loan(), taken.quote()).released(AgreedChange.reference(taken.id()));
        AgreedChange.Done done = taken.done();
        return loans.saveAll(
                        tx,
                        List.of(new LoanChange(
                                stored, after, List.of(taken.quote().event()))))
                .flatMap(saved -> changes.save(tx, done))
                .flatMap(saved -> outbox.append(tx, ChangeAnnouncements.changed(done, after)))
                .replaceWith(done);
    }

    /** Asks for an amendment; until that is sealed or has ended the loan's figures stay, so that it is what was simulated. */
    Uni<AgreedChange> await(Tx tx, StoredLoan<Loan.Active> stored, AgreedChange.Awaiting taken) {
        Loan.Active before = stored.loan();
        return changes.save(tx, taken)
                .flatMap(saved -> loans.save(tx, stored, before.held(AgreedChange.reference(taken.id()))))
                .flatMap(held -> outbox.append(
                        tx, ChangeAnnouncements.amendmentWanted(taken, before, after(before, taken.quote()))))
                .replaceWith(taken);
    }

    /** The amendment came to nothing, and so does the change. */
    Uni<AgreedChange> end(Tx tx, StoredLoan<Loan.Active> stored, AgreedChange.Awaiting taken, String reason) {
        AgreedChange.Ended ended = taken.ended(reason);
        return loans.save(tx, stored, stored.loan().released(AgreedChange.reference(taken.id())))
                .flatMap(released -> changes.save(tx, ended))
                .replaceWith(ended);
    }

    /** Nothing has happened to the loan since it was simulated, so that it comes to the same. */
    private static Loan.Active after(Loan.Active loan, ChangeQuote quote) {
        return switch (ChangeRules.apply(loan, quote.event())) {
            case Result.Ok<Loan.Active, ChangeRefusal>(Loan.Active after) -> after;
            case Result.Refused<Loan.Active, ChangeRefusal>(ChangeRefusal refusal) ->
                throw new IllegalStateException(refusal.toString());
        };
    }
}
