package io.anju.repayment.collection;

import io.anju.repayment.collection.model.Bill;
import io.anju.repayment.collection.model.BillFacts;
import io.anju.repayment.rail.model.Instruction;
import io.anju.repayment.rail.model.Payer;
import io.anju.repayment.rail.model.Purpose;
import java.time.LocalDate;
import java.util.UUID;

/** How a bill becomes a debit. */
public final class Billing {

    private Billing() {}

    /**
     * A debit of a bill. Its reference names the instalment and the attempt, so that ordering it twice is one order.
     *
     * @param bill after {@link Bill.Unpaid#ordered}
     * @param payer what it is taken from
     * @param amount fen
     * @param date for which it is decided: lateness is charged up to it
     * @param partAllowed whether the loan's conditions let a part be taken; of a wallet all is taken or nothing
     */
    public static Instruction debit(Bill.Unpaid bill, Payer payer, long amount, LocalDate date, boolean partAllowed) {
        BillFacts facts = bill.facts();
        Instruction whole =
                debit(facts.loanId(), facts.number(), Integer.toString(bill.attempts()), payer, amount, date);
        return partAllowed && payer.kind() == Instruction.Kind.DEBIT ? whole.acceptingPart() : whole;
    }

    /** A debit of a bill at the borrower's own word. */
    public static Instruction debitByHand(BillFacts facts, UUID payment, Payer payer, long amount, LocalDate date) {
        return debit(facts.loanId(), facts.number(), "hand-" + payment, payer, amount, date);
    }

    /** A debit of an instalment that is not billed yet. */
    public static Instruction debitAhead(
            UUID loanId, int number, UUID payment, Payer payer, long amount, LocalDate date) {
        return debit(loanId, number, "ahead-" + payment, payer, amount, date);
    }

    private static Instruction debit(
            UUID loanId, int number, String attempt, Payer payer, long amount, LocalDate date) {
        return new Instruction(
                        "instalment-%s-%d-%s".formatted(loanId, number, attempt),
                        payer.kind(),
                        Purpose.INSTALMENT,
                        loanId,
                        Integer.toString(number),
                        payer.account(),
                        amount,
                        date)
                .naming(payer.last4());
    }
}
