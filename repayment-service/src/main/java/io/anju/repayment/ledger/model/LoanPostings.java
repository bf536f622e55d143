package io.anju.repayment.ledger.model;

import static io.anju.repayment.ledger.model.AccountCode.COUNTER_CLEARING;
import static io.anju.repayment.ledger.model.AccountCode.FEE_INCOME;
import static io.anju.repayment.ledger.model.AccountCode.INTEREST_INCOME;
import static io.anju.repayment.ledger.model.AccountCode.LOAN_PRINCIPAL;
import static io.anju.repayment.ledger.model.AccountCode.PENALTY_INCOME;
import static io.anju.repayment.ledger.model.AccountCode.RAIL_CLEARING;
import static io.anju.repayment.ledger.model.AccountCode.WALLET_CLEARING;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Which accounts move when something happens to a loan; the only place that knows.
 *
 * <p>Income is recognised when it is received: an instalment that has been billed and not paid is in no account but
 * the principal's. (Accrual of income day by day needs two more accounts and no change here.)
 */
public final class LoanPostings {

    private LoanPostings() {}

    /** The loan paid out through the rail: the borrower owes it from now on. */
    public static Transfer disbursement(
            UUID id, String key, UUID loanId, LocalDate date, String reference, long amount) {
        var lines = List.of(
                Line.debit(Account.ofLoan(LOAN_PRINCIPAL, loanId), amount),
                Line.credit(Account.ofBank(RAIL_CLEARING), amount));
        return new Transfer(id, key, TransferKind.DISBURSEMENT, loanId, date, reference, null, lines);
    }

    /** Money received from the borrower through the rail, allocated to what it pays. */
    public static Transfer receipt(
            UUID id, String key, TransferKind kind, UUID loanId, LocalDate date, String reference, Receipt parts) {
        return new Transfer(id, key, kind, loanId, date, reference, null, lines(RAIL_CLEARING, loanId, parts));
    }

    /** Money received from the own funds of a linked wallet, allocated to what it pays. */
    public static Transfer walletReceipt(
            UUID id, String key, UUID loanId, LocalDate date, String reference, Receipt parts) {
        return new Transfer(
                id, key, TransferKind.INSTALMENT, loanId, date, reference, null, lines(WALLET_CLEARING, loanId, parts));
    }

    /** Money that came by transfer, posted on its notice; the notice's number is the key, so that it counts once. */
    public static Transfer counterReceipt(UUID id, String notice, UUID loanId, LocalDate date, Receipt parts) {
        return new Transfer(
                id,
                "notice:" + notice,
                TransferKind.INSTALMENT,
                loanId,
                date,
                "NOTICE " + notice,
                null,
                lines(COUNTER_CLEARING, loanId, parts));
    }

    /**
     * What later payments are used for, once an earlier one was undone; no money comes or goes.
     *
     * @param undone the earlier payment's transfer
     */
    public static Transfer reallocation(UUID id, UUID undone, UUID loanId, LocalDate date, Reallocation of) {
        List<Line> lines = new ArrayList<>();
        credit(lines, Account.ofBank(FEE_INCOME), of.costs());
        credit(lines, Account.ofBank(PENALTY_INCOME), of.penalty());
        credit(lines, Account.ofBank(INTEREST_INCOME), of.interest());
        credit(lines, Account.ofLoan(LOAN_PRINCIPAL, loanId), of.principal());
        return new Transfer(
                id, "reallocation:" + undone, TransferKind.REALLOCATION, loanId, date, "REALLOCATION", null, lines);
    }

    /** What a posted payment was used for, by its lines. */
    public static Receipt partsOf(Transfer payment) {
        return new Receipt(
                -payment.on(FEE_INCOME),
                -payment.on(PENALTY_INCOME),
                -payment.on(INTEREST_INCOME),
                -payment.on(LOAN_PRINCIPAL));
    }

    private static List<Line> lines(AccountCode clearing, UUID loanId, Receipt parts) {
        List<Line> lines = new ArrayList<>();
        debit(lines, Account.ofBank(clearing), parts.total());
        credit(lines, Account.ofBank(FEE_INCOME), parts.costs());
        credit(lines, Account.ofBank(PENALTY_INCOME), parts.penalty());
        credit(lines, Account.ofBank(INTEREST_INCOME), parts.interest());
        credit(lines, Account.ofLoan(LOAN_PRINCIPAL, loanId), parts.principal());
        return lines;
    }

    private static void debit(List<Line> lines, Account account, long fen) {
        if (fen != 0) {
            lines.add(new Line(account, fen));
        }
    }

    private static void credit(List<Line> lines, Account account, long fen) {
        debit(lines, account, -fen);
    }
}
