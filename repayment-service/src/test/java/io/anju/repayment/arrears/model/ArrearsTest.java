package io.anju.repayment.arrears.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.anju.kernel.arrears.Ageing;
import io.anju.kernel.arrears.LoanClass;
import io.anju.repayment.collection.model.Bill;
import io.anju.repayment.collection.model.BillFacts;
import io.anju.repayment.collection.model.SomeBills;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Instalments due on the 20th of each month from January 2027; three days of grace, six months and two instalments. */
class ArrearsTest {

    private static final CureRule RULE = new CureRule(6, 2);
    private static final LocalDate FIRST = LocalDate.of(2027, 1, 20);

    private final List<Bill> bills = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({
        "0, CURRENT, NORMAL",
        "3, CURRENT, NORMAL",
        "4, M1, SPECIAL_MENTION",
        "30, M1, SPECIAL_MENTION",
        "31, M2, SPECIAL_MENTION",
        "61, M3, SPECIAL_MENTION",
        "90, M3, SPECIAL_MENTION",
        "91, M4, SUBSTANDARD",
        "181, M7_PLUS, SUBSTANDARD",
        "270, M7_PLUS, SUBSTANDARD",
        "271, M7_PLUS, DOUBTFUL",
        "360, M7_PLUS, DOUBTFUL",
        "361, M7_PLUS, LOSS"
    })
    void daysSinceTheOldestDueDateDecide(int days, Ageing ageing, LoanClass loanClass) {
        unpaid(1);
        unpaid(2);

        Arrears arrears = on(FIRST.plusDays(days));

        assertEquals(ageing, arrears.ageing());
        assertEquals(loanClass, arrears.loanClass());
        assertEquals(ageing == Ageing.CURRENT ? 0 : days, arrears.daysOverdue());
        assertEquals(ageing == Ageing.CURRENT ? Optional.empty() : Optional.of(FIRST), arrears.since());
    }

    @Test
    void ninetyDaysLateAndPaidIsNormalAtOnce() {
        paid(1, "2027-04-20");

        assertEquals(Arrears.NONE, on("2027-04-20"));
    }

    @Test
    void aNonPerformingLoanIsWatchedForSixMonths() {
        hundredDaysLate();

        assertEquals(watched("2027-04-30", "2027-10-30", 2), on("2027-05-01"));
        paid(5, "2027-05-20");
        assertEquals(watched("2027-04-30", "2027-10-30", 1), on("2027-05-21"));
        for (int number = 6; number <= 10; number++) {
            paid(number, FIRST.plusMonths(number - 1).toString());
        }
        assertEquals(watched("2027-04-30", "2027-10-30", 0), on("2027-10-29"));
        assertEquals(Arrears.NONE, on("2027-10-30"));
    }

    @Test
    void sixMonthsAreNotEnoughWithoutInstalmentsPaidInTime() {
        hundredDaysLate();

        assertEquals(watched("2027-04-30", "2027-10-30", 2), on("2028-04-30"));
    }

    @Test
    void anotherLatePaymentBeginsTheWatchAnew() {
        hundredDaysLate();
        paid(5, "2027-05-20");
        paid(6, "2027-06-20");
        paid(7, "2027-08-05");

        assertEquals(watched("2027-08-05", "2028-02-05", 2), on("2027-08-06"));
    }

    @Test
    void lateBeforeItIsCuredItIsSubstandardStill() {
        hundredDaysLate();
        unpaid(5);

        Arrears arrears = on("2027-05-30");

        assertEquals(10, arrears.daysOverdue());
        assertEquals(LoanClass.SUBSTANDARD, arrears.loanClass());
        assertEquals(Optional.empty(), arrears.cure());
    }

    @Test
    void whatWasCuredIsForgotten() {
        hundredDaysLate();
        for (int number = 5; number <= 11; number++) {
            paid(number, FIRST.plusMonths(number - 1).toString());
        }
        unpaid(12);

        assertEquals(LoanClass.SPECIAL_MENTION, on("2027-12-30").loanClass());
        bills.removeLast();
        paid(12, "2027-12-30");
        assertEquals(Arrears.NONE, on("2027-12-31"));
    }

    @Test
    void paidAheadIsPaidInTime() {
        hundredDaysLate();
        paid(5, "2027-05-01");
        paid(6, "2027-06-01");

        assertEquals(Arrears.NONE, on("2027-10-30"));
    }

    /** Four instalments, the first 100 days late, all paid on 30 April. */
    private void hundredDaysLate() {
        for (int number = 1; number <= 4; number++) {
            paid(number, "2027-04-30");
        }
    }

    private Arrears watched(String since, String notBefore, int toGo) {
        var cure = new Cure(LocalDate.parse(since), LocalDate.parse(notBefore), toGo);
        return new Arrears(0, Optional.empty(), Ageing.CURRENT, LoanClass.SUBSTANDARD, Optional.of(cure));
    }

    private Arrears on(String date) {
        return on(LocalDate.parse(date));
    }

    private Arrears on(LocalDate date) {
        return Arrears.of(bills, date, RULE);
    }

    private void paid(int number, String on) {
        bills.add(new Bill.Paid(facts(number), LocalDate.parse(on), 0));
    }

    private void unpaid(int number) {
        bills.add(Bill.Due.of(facts(number)));
    }

    private BillFacts facts(int number) {
        return SomeBills.facts(UUID.randomUUID(), number, FIRST.plusMonths(number - 1), 1_000, 100);
    }
}
