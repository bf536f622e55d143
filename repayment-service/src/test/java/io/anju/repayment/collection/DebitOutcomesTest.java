package io.anju.repayment.collection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.anju.kernel.calendar.BusinessDays;
import io.anju.kernel.rate.AnnualRate;
import io.anju.kernel.schedule.Method;
import io.anju.kernel.schedule.RepaymentTerms;
import io.anju.kit.time.BusinessClock;
import io.anju.repayment.collection.model.Bill;
import io.anju.repayment.collection.model.RetryPlan;
import io.anju.repayment.collection.model.SomeBills;
import io.anju.repayment.collection.model.Turn;
import io.anju.repayment.loan.StoredLoan;
import io.anju.repayment.loan.model.Agreement;
import io.anju.repayment.loan.model.Loan;
import io.anju.repayment.loan.model.RateBasis;
import io.anju.repayment.loan.model.SomeConditions;
import io.anju.repayment.rail.model.Instruction;
import io.anju.repayment.rail.model.Payer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Instalments due on 20 January and 20 February 2027, three days of grace: both unpaid, the older one is debited. */
class DebitOutcomesTest {

    private static final LocalDate FIRST = LocalDate.of(2027, 1, 20);
    private static final LocalDate SECOND = LocalDate.of(2027, 2, 20);
    private static final UUID CUSTOMER = UUID.randomUUID();
    private static final RetryPlan PLAN = new RetryPlan(50, 1, Duration.ofHours(4), 1, BusinessClock.ZONE);

    private final UUID loan = UUID.randomUUID();
    private final Bill.Unpaid older = Bill.Due.of(SomeBills.facts(loan, 1, FIRST, 157_378, 291_667))
            .ordered()
            .debitFailed(FIRST, now(), PLAN);
    private final Bill.Due newer = Bill.Due.of(SomeBills.facts(loan, 2, SECOND, 157_837, 291_208));

    @Test
    void tellsOfEveryInstalmentThatBecomesOverdueWithAFailedDebit() {
        LocalDate today = SECOND.plusDays(4);
        Bill.Unpaid overdue = ((Bill.Due) older).overdue().ordered();
        Bill.Unpaid waited = newer.missedTurn(SECOND, now(), PLAN);
        var outcomes = outcomes(today, overdue, waited);

        outcomes.failed(debit(overdue, today), "INSUFFICIENT_FUNDS");

        assertEquals(
                List.of(new InstalmentAnnouncements.Overdue(
                        loan, CUSTOMER, 2, SECOND, 449_045 + 92 + 170, "NOT_PAID", null)),
                outcomes.announcements().stream().map(event -> event.data()).toList());
    }

    @Test
    void tellsNobodyAsLongAsGraceLasts() {
        Bill.Unpaid ordered = older.ordered();
        var outcomes = outcomes(FIRST.plusDays(3), ordered);

        outcomes.failed(debit(ordered, FIRST.plusDays(3)), "INSUFFICIENT_FUNDS");

        assertEquals(List.of(), outcomes.announcements());
        assertEquals(Bill.Due.class, outcomes.bills().iterator().next().getClass());
    }

    @Test
    void anOutcomeThatComesLateHoldsUpEveryInstalmentBehindIt() {
        // Ordered on the day before the second falls due, answered on the fourth day after it.
        LocalDate ordered = SECOND.minusDays(1);
        Bill.Unpaid overdue = ((Bill.Due) older).overdue().ordered();
        var outcomes = outcomes(SECOND.plusDays(4), overdue, newer);

        outcomes.failed(debit(overdue, ordered), "INSUFFICIENT_FUNDS");

        assertEquals(List.of(), outcomes.announcements());
        List<LocalDate> lastInTime = outcomes.bills().stream()
                .sorted(Comparator.comparing(bill -> bill.facts().number()))
                .map(bill -> bill.facts().lastInTime())
                .toList();
        assertEquals(List.of(FIRST.plusDays(5), SECOND.plusDays(4)), lastInTime);
    }

    @Test
    void aPartIsUsedAndTheRestIsDebitedTheNextDayAndWithItThoseThatWaited() {
        LocalDate today = SECOND.plusDays(4);
        Bill.Unpaid overdue = ((Bill.Due) older).overdue().ordered();
        Bill.Unpaid waited = newer.missedTurn(SECOND, now(), PLAN);
        long owed = overdue.owedOn(today).total();
        var outcomes = outcomes(today, overdue, waited);

        outcomes.succeeded(debit(overdue, today), 100_000);

        assertEquals(
                List.of(
                        new InstalmentAnnouncements.PartPaid(
                                loan, CUSTOMER, 1, FIRST, today, 100_000, owed - 100_000, "0007"),
                        new InstalmentAnnouncements.Overdue(
                                loan, CUSTOMER, 2, SECOND, 449_045 + 92 + 170, "NOT_PAID", null)),
                outcomes.announcements().stream().map(event -> event.data()).toList());
        assertEquals(100_000, outcomes.received().getFirst().parts().total());
        assertEquals(
                List.of(
                        Optional.of(Turn.on(today.plusDays(1)).behind("card")),
                        Optional.of(Turn.on(today.plusDays(1)))),
                outcomes.bills().stream()
                        .sorted(Comparator.comparing(bill -> bill.facts().number()))
                        .map(bill -> ((Bill.Unpaid) bill).turn())
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({"INSUFFICIENT_FUNDS, true", "ACCOUNT_CLOSED, true", "DECLINED, false"})
    void theNextDebitAsksBehindACardThatHasTooLittleOrIsClosed(String reason, boolean asksNext) {
        Bill.Unpaid ordered = older.ordered();
        var outcomes = outcomes(FIRST.plusDays(1), ordered);

        outcomes.failed(debit(ordered, FIRST.plusDays(1)), reason);

        var after = (Bill.Unpaid) outcomes.bills().iterator().next();
        assertEquals(
                asksNext ? Optional.of("card") : Optional.empty(),
                after.turn().orElseThrow().behind());
    }

    @Test
    void tellsWhichCardHadTooLittleWhenGraceIsOver() {
        Bill.Unpaid ordered = older.ordered();
        var outcomes = outcomes(FIRST.plusDays(4), ordered);

        outcomes.failed(debit(ordered, FIRST.plusDays(4)), "INSUFFICIENT_FUNDS");

        var told = (InstalmentAnnouncements.Overdue)
                outcomes.announcements().getFirst().data();
        assertEquals("0007", told.last4());
        assertEquals("INSUFFICIENT_FUNDS", told.reason());
    }

    private DebitOutcomes outcomes(LocalDate today, Bill.Unpaid... bills) {
        var terms = RepaymentTerms.monthly(
                100_000_000, AnnualRate.of("0.035"), 360, Method.EQUAL_INSTALMENT, FIRST.minusMonths(1), FIRST);
        var agreement = new Agreement(
                loan,
                CUSTOMER,
                UUID.randomUUID(),
                UUID.randomUUID(),
                1,
                terms,
                SomeConditions.USUAL,
                new RateBasis.Fixed(),
                "payee");
        Loan.Active active = new Loan.Opening(agreement).disbursed(FIRST.minusMonths(1));
        return new DebitOutcomes(
                List.of(new StoredLoan<>(active, 1)), List.of(bills), today, now(), BusinessDays.WEEKENDS, PLAN);
    }

    private static Instruction debit(Bill.Unpaid ordered, LocalDate date) {
        return Billing.debit(
                ordered, Payer.card("card", "0007"), ordered.owedOn(date).total(), date, true);
    }

    private static Instant now() {
        return Instant.parse("2027-01-20T01:00:00Z");
    }
}
