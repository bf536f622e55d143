package io.anju.kernel.cost;

import io.anju.kernel.calendar.DueDates;
import io.anju.kernel.calendar.Frequency;
import io.anju.kernel.money.Fen;
import io.anju.kernel.result.Result;
import io.anju.kernel.schedule.Instalment;
import io.anju.kernel.schedule.Prepaid;
import io.anju.kernel.schedule.RepaymentSchedule;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What the borrower receives at the start and pays afterwards, each payment at a distance in whole periods and odd days.
 *
 * @param received at the start, fen: the principal less every cost withheld or paid that day
 * @param payments all that is paid later
 * @param frequency the length of a period
 */
public record CashFlows(long received, List<Payment> payments, Frequency frequency) {

    /**
     * One payment.
     *
     * @param amount fen
     * @param periods whole periods since the start
     * @param oddDays days after them
     */
    public record Payment(long amount, int periods, int oddDays) {}

    /** Copies the list. */
    public CashFlows {
        payments = List.copyOf(payments);
    }

    /**
     * The flows of tranches paid out together; refused for none, for tranches that have no common period, and for costs
     * that are none.
     *
     * @param costsAtStart fees, insurance, valuation and the like that the borrower bears when the money is paid out, fen
     */
    public static Result<CashFlows, CostRefusal> of(List<RepaymentSchedule> tranches, long costsAtStart) {
        Set<Frequency> frequencies = EnumSet.noneOf(Frequency.class);
        tranches.forEach(
                tranche -> frequencies.add(tranche.terms().conventions().frequency()));
        if (frequencies.size() != 1) {
            return Result.refused(new CostRefusal.NoCommonPeriod(frequencies));
        }
        if (costsAtStart < 0 || costsAtStart > Fen.MAX) {
            return Result.refused(new CostRefusal.CostsOutOfRange(costsAtStart, Fen.MAX));
        }
        Frequency frequency = frequencies.iterator().next();
        List<Payment> payments = new ArrayList<>();
        long received = -costsAtStart;
        for (RepaymentSchedule tranche : tranches) {
            received += tranche.terms().principal();
            LocalDate start = tranche.terms().startDate();
            addInstalments(payments, tranche, start, frequency);
            for (Prepaid prepaid : tranche.prepayments()) {
                payments.add(at(start, prepaid.date(), prepaid.amount(), frequency));
            }
        }
        return Result.ok(new CashFlows(received, payments, frequency));
    }

    /**
     * The first instalment's distance is measured, and each later one is a period further; where a changed plan moved the
     * due date, it is measured again.
     */
    private static void addInstalments(
            List<Payment> payments, RepaymentSchedule tranche, LocalDate start, Frequency frequency) {
        DueDates agreed = tranche.terms().dueDates();
        boolean whole = start.equals(agreed.wholePeriodStart());
        Payment first = whole ? new Payment(0, 1, 0) : at(start, agreed.first(), 0, frequency);
        for (Instalment instalment : tranche.instalments()) {
            boolean asAgreed = instalment.dueDate().equals(agreed.of(instalment.number()));
            payments.add(
                    asAgreed
                            ? new Payment(
                                    instalment.amount(), first.periods() + instalment.number() - 1, first.oddDays())
                            : at(start, instalment.dueDate(), instalment.amount(), frequency));
        }
    }

    private static Payment at(LocalDate start, LocalDate date, long amount, Frequency frequency) {
        return switch (frequency) {
            case MONTHLY -> inMonths(start, date, amount, 1);
            case QUARTERLY -> inMonths(start, date, amount, 3);
            case FORTNIGHTLY -> {
                long days = ChronoUnit.DAYS.between(start, date);
                yield new Payment(amount, (int) (days / 14), (int) (days % 14));
            }
        };
    }

    private static Payment inMonths(LocalDate start, LocalDate date, long amount, int monthsPerPeriod) {
        int months = (int) ChronoUnit.MONTHS.between(start, date);
        int periods = months / monthsPerPeriod;
        long odd = ChronoUnit.DAYS.between(start.plusMonths((long) periods * monthsPerPeriod), date);
        return new Payment(amount, periods, (int) odd);
    }
}
