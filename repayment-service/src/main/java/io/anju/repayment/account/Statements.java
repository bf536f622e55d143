package io.anju.repayment.account;

import io.anju.kernel.result.Result;
import io.anju.kit.tx.Tx;
import io.anju.repayment.account.model.Statement;
import io.anju.repayment.account.model.StatementRefusal;
import io.anju.repayment.ledger.Ledger;
import io.anju.repayment.ledger.model.Position;
import io.anju.repayment.loan.Loans;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.UUID;

/** Statements of loans for their owners, from the ledger alone. Each is complete, or says that it goes on. */
@ApplicationScoped
public class Statements {

    /** Lines of a statement in one piece: more than a loan of 30 years has, even one paid every other day. */
    static final int MOST_LINES = 5000;

    private final Loans loans;
    private final Ledger ledger;

    Statements(Loans loans, Ledger ledger) {
        this.loans = loans;
        this.ledger = ledger;
    }

    /** A page: the lines behind a position, up to a business date, at most {@code limit}. */
    public Uni<Result<Statement, StatementRefusal>> page(
            Tx tx, UUID customerId, UUID loanId, Position after, LocalDate to, int limit) {
        return loans.findOwned(tx, customerId, loanId)
                .flatMap(found -> found.isEmpty()
                        ? refused(new StatementRefusal.NoSuchLoan(loanId))
                        : read(tx, loanId, after, to, limit).map(Result::ok));
    }

    /** All of a span of business dates, both included. */
    public Uni<Result<Statement, StatementRefusal>> whole(
            Tx tx, UUID customerId, UUID loanId, LocalDate from, LocalDate to) {
        return page(tx, customerId, loanId, Position.before(from), to, MOST_LINES + 1)
                .map(result -> result.flatMap(statement -> statement.lines().size() > MOST_LINES
                        ? Result.refused(new StatementRefusal.TooLong(MOST_LINES))
                        : Result.ok(statement)));
    }

    private Uni<Statement> read(Tx tx, UUID loanId, Position after, LocalDate to, int limit) {
        return ledger.principalOwedAt(tx, loanId, after)
                .flatMap(opening -> ledger.listOfLoan(tx, loanId, after, to, limit)
                        .map(transfers -> Statement.of(opening, transfers)));
    }

    private static <T> Uni<Result<T, StatementRefusal>> refused(StatementRefusal refusal) {
        return Uni.createFrom().item(Result.refused(refusal));
    }
}
