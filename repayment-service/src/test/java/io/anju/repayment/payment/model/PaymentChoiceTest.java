package io.anju.repayment.payment.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.anju.kernel.arrears.LateRule;
import io.anju.kernel.rate.AnnualRate;
import io.anju.kernel.result.Result;
import io.anju.kernel.schedule.Method;
import io.anju.kernel.schedule.RepaymentTerms;
import io.anju.repayment.collection.model.Bill;
import io.anju.repayment.collection.model.SomeBills;
import io.anju.repayment.loan.model.Agreement;
import io.anju.repayment.loan.model.Loan;
import io.anju.repayment.loan.model.RateBasis;
import io.anju.repayment.loan.model.SomeConditions;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is paid by hand while the bank itself is late with its books; its lateness costs the borrower nothing. */
class PaymentChoiceTest {

    private static final LocalDate START = LocalDate.of(2026, 12, 20);
    private static final LocalDate DUE = LocalDate.of(2027, 1, 20);

    @Test
    void aDueInstalmentThatIsNotBilledCountsForItsDueDate() {
        Loan.Active loan = loan(100_000_000, Method.EQUAL_INSTALMENT, new RateBasis.Fixed());

        assertEquals(ok(new PaymentChoice.Ahead(1, 449_045, START)), choose(loan, List.of(), START));
        assertEquals(ok(new PaymentChoice.Ahead(1, 449_045, DUE)), choose(loan, List.of(), DUE.plusDays(3)));
    }

    @Test
    void aBillOfWhichNoDebitWasOrderedYetCountsForItsDueDate() {
        Loan.Active loan = loan(100_000_000, Method.EQUAL_INSTALMENT, new RateBasis.Fixed());
        Bill.Due bill = Bill.Due.of(SomeBills.facts(loan.agreement().id(), 1, DUE, 157_378, 291_667, LateRule.DEFAULT));
        Loan.Active billed = loan.bill().after();

        assertEquals(ok(new PaymentChoice.OfBill(bill, 449_045, DUE)), choose(billed, List.of(bill), DUE.plusDays(3)));
        Bill.Due tried = bill.ordered();
        // Tried and not paid, without any grace: three days at one and a half times 3.5 % of 360, 0.69 on principal and
        // 1.28 on interest.
        assertEquals(
                ok(new PaymentChoice.OfBill(tried, 449_045 + 69 + 128, DUE.plusDays(3))),
                choose(billed, List.of(tried), DUE.plusDays(3)));
    }

    @Test
    void anInstalmentThatComesToNothingIsNotPaid() {
        Loan.Active loan = loan(52, Method.BULLET, new RateBasis.Fixed());

        assertEquals(Result.refused(new PaymentRefusal.NothingOwed(1)), choose(loan, List.of(), START));
    }

    private static Result<PaymentChoice, PaymentRefusal> choose(Loan.Active loan, List<Bill> bills, LocalDate today) {
        return PaymentChoice.of(loan, bills, OptionalInt.empty(), OptionalLong.empty(), today);
    }

    private static Result<PaymentChoice, PaymentRefusal> ok(PaymentChoice choice) {
        return Result.ok(choice);
    }

    private static Loan.Active loan(long principal, Method method, RateBasis basis) {
        var terms = RepaymentTerms.monthly(principal, AnnualRate.of("0.035"), 360, method, START, DUE);
        var agreement = new Agreement(
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                1,
                terms,
                SomeConditions.USUAL,
                basis,
                "payee");
        return new Loan.Opening(agreement).disbursed(START);
    }
}
