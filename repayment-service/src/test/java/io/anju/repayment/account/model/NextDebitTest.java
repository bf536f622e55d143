package io.anju.repayment.account.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.anju.kernel.arrears.LateRule;
import io.anju.kernel.rate.AnnualRate;
import io.anju.kernel.schedule.Instalment;
import io.anju.kernel.schedule.Method;
import io.anju.kernel.schedule.RepaymentTerms;
import io.anju.repayment.collection.model.Bill;
import io.anju.repayment.collection.model.BillFacts;
import io.anju.repayment.collection.model.RetryPlan;
import io.anju.repayment.loan.model.Agreement;
import io.anju.repayment.loan.model.Loan;
import io.anju.repayment.loan.model.RateBasis;
import io.anju.repayment.loan.model.SomeConditions;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is debited next: 100,000.00 yuan at 6 % over two months, 50,375.31 each. */
class NextDebitTest {

    private static final LocalDate START = LocalDate.of(2026, 11, 22);
    private static final LocalDate DUE = LocalDate.of(2026, 12, 22);
    private static final LocalDate LAST = LocalDate.of(2027, 1, 22);
    private static final RetryPlan PLAN = new RetryPlan(5, 2, Duration.ofHours(2), 1, ZoneId.of("Asia/Shanghai"));
    private static final Instant NOON = Instant.parse("2026-12-23T04:00:00Z");

    private final Loan.Active loan = loan();

    @Test
    void isTheNextInstalmentOnItsDueDateWhereNothingIsUnpaid() {
        assertEquals(Optional.of(new NextDebit(DUE, 5_037_531)), next(loan, List.of(), START));
    }

    @Test
    void isTheLastInstalmentThoughAllIsBilled() {
        Loan.Active billed = loan.bill().after();
        Bill.Due last = bill(billed);

        assertEquals(
                Optional.of(new NextDebit(LAST, 5_037_531)), next(billed.bill().after(), List.of(last), LAST));
    }

    @Test
    void isTheOldestUnpaidOneWithItsLatenessWhenItsTurnComes() {
        Bill.Due first = bill(loan);
        Bill.Unpaid failed = first.ordered().debitFailed(DUE.plusDays(1), NOON, PLAN);

        // A day at one and a half times 6 % of 360: 12.47 on 49,875.31 of principal, 0.13 on 500.00 of interest.
        assertEquals(
                Optional.of(new NextDebit(DUE.plusDays(1), 5_037_531 + 1_247 + 13)),
                next(loan.bill().after(), List.of(failed), DUE.plusDays(1)));
    }

    @Test
    void isNothingWhereAllIsBilledAndItsDebitsHaveBeenTried() {
        Loan.Active billed = loan.bill().after();
        Bill.Unpaid tried = bill(billed);
        for (int debit = 0; debit < PLAN.attempts(); debit++) {
            tried = tried.ordered();
        }

        // It has a turn still, the day after its due date, which only tells that it is overdue.
        assertEquals(Optional.empty(), next(billed.bill().after(), List.of(tried.debitFailed(LAST, NOON, PLAN)), LAST));
        assertEquals(
                Optional.empty(), next(billed.bill().after(), List.of(tried.leftToTheBorrower()), LAST.plusDays(9)));
    }

    private static Optional<NextDebit> next(Loan.Active loan, List<Bill.Unpaid> unpaid, LocalDate today) {
        return NextDebit.of(loan, unpaid, today, PLAN);
    }

    private static Bill.Due bill(Loan.Active loan) {
        Instalment row = loan.bill().instalment();
        return Bill.Due.of(new BillFacts(
                loan.agreement().id(),
                row.number(),
                row.dueDate(),
                row.dueDate(),
                row.principal(),
                row.interest(),
                AnnualRate.of("0.06"),
                LateRule.DEFAULT));
    }

    private static Loan.Active loan() {
        var terms = RepaymentTerms.monthly(10_000_000, AnnualRate.of("0.06"), 2, Method.EQUAL_INSTALMENT, START, DUE);
        var agreement = new Agreement(
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                1,
                terms,
                SomeConditions.USUAL,
                new RateBasis.Fixed(),
                "payee");
        return new Loan.Opening(agreement).disbursed(START);
    }
}
