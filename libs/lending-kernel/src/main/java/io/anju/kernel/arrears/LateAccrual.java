package io.anju.kernel.arrears;

import io.anju.kernel.calendar.DayCount;
import io.anju.kernel.rate.Accrual;
import io.anju.kernel.rate.AnnualRate;
import io.anju.kernel.result.Result;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * One instalment from its due date until it is paid: what is open of it, and the penalty and compound interest that have
 * gathered; a fold over {@link LateStep}s in the order of their dates. Amounts in fen.
 *
 * <p>Grace is a state, not a number of days: as long as it lasts nothing gathers, whatever is paid meanwhile, and the
 * instalment still counts from its due date. What is paid within it is free. Once it is
 * over, every day since the due date counts on what is open still.
 *
 * <p>Worked example at a penalty rate of 5.25 % with three days of grace: principal 1,573.78 and interest 2,916.67 due on
 * 20 January. 2,000.00 on the 22nd pay interest and cost nothing; on the 23rd nothing has gathered. On the 30th ten days
 * count: 1,573.78 × 5.25 % × 10 / 360 = 2.30 and on 916.67 of interest 1.34.
 *
 * <p>Penalty and compound interest are exact fractions, rounded half-up once each; of what is paid for lateness the
 * compound interest is paid first, since it may bear interest itself.
 *
 * @param number of the instalment
 * @param policy of the product
 * @param dueDate last day in time, moved for a holiday where the product moves it
 * @param open what is not paid of it
 * @param gathered for lateness, up to a day
 * @param rates penalty rates since that day; the first is in force on it
 * @param seenTo day of the last step
 */
public record LateAccrual(
        int number,
        LatePolicy policy,
        LocalDate dueDate,
        Open open,
        Gathered gathered,
        List<LateStep.RateFrom> rates,
        LocalDate seenTo) {

    /**
     * What bears penalty and compound interest; fen.
     *
     * @param capitalised unpaid compound interest that bears interest itself
     */
    public record Open(long principal, long interest, long capitalised) {}

    /** What has gathered since the due date, paid or not, the day {@code to} not counted. */
    public record Gathered(LocalDate to, Charge penalty, Charge compound) {}

    /** An exact sum of interest, rounded half-up to the fen as a whole, and what has been paid of it. */
    public record Charge(Accrual total, long paid) {

        static final Charge NONE = new Charge(Accrual.NONE, 0);

        /** Not paid, fen. */
        public long owed() {
            return total.fen() - paid;
        }

        private Charge plusDays(long bearing, AnnualRate rate, int days, DayCount count) {
            return new Charge(total.plusDays(bearing, rate, days, count), paid);
        }

        private Charge paying(long fen) {
            return new Charge(total, paid + fen);
        }
    }

    /** A payment used, and the instalment after it. */
    public record Received(LateAccrual after, Allocation allocation) {}

    /** Copies the rates, of which there is at least one. */
    public LateAccrual {
        rates = List.copyOf(rates);
        if (rates.isEmpty()) {
            throw new IllegalArgumentException("no penalty rate");
        }
    }

    /** An instalment on its due date, none of it paid; fen. */
    public static LateAccrual due(
            int number, LocalDate dueDate, long principal, long interest, AnnualRate penaltyRate, LatePolicy policy) {
        return new LateAccrual(
                number,
                policy,
                dueDate,
                new Open(principal, interest, 0),
                new Gathered(dueDate, Charge.NONE, Charge.NONE),
                List.of(new LateStep.RateFrom(dueDate, penaltyRate)),
                dueDate);
    }

    /** Whether paying on a day is in time or within grace: not overdue, not reported. */
    public boolean isInGrace(LocalDate date) {
        return !date.isAfter(dueDate.plusDays(policy.rule().graceDays()));
    }

    /** Whether all of it is paid, what gathered included. */
    public boolean isSettled() {
        return owed().total() == 0;
    }

    /** What is owed on a day; refused for one before the last step. */
    public Result<Owed, LateRefusal> owedOn(LocalDate date) {
        return to(date).map(LateAccrual::owed);
    }

    /** The instalment after a step; money beyond what is owed is left out. */
    public Result<LateAccrual, LateRefusal> after(LateStep step, AllocationRule order) {
        return switch (step) {
            case LateStep.Paid(LocalDate date, long amount) ->
                receive(date, amount, order).map(Received::after);
            case LateStep.RateFrom from -> to(from.date()).map(there -> there.withRate(from));
            case LateStep.SettlementDate(LocalDate date) -> to(date).map(LateAccrual::capitalised);
        };
    }

    /** Uses money received on a day in the product's order. */
    public Result<Received, LateRefusal> receive(LocalDate date, long amount, AllocationRule order) {
        if (amount < 0) {
            return Result.refused(new LateRefusal.PaymentNegative(amount));
        }
        return to(date).map(there -> {
            Allocation used = Allocation.of(amount, List.of(there.owed()), order);
            return new Received(there.paid(used), used);
        });
    }

    /** The instalment on a later day, nothing having happened. */
    public Result<LateAccrual, LateRefusal> to(LocalDate date) {
        if (date.isBefore(seenTo)) {
            return Result.refused(new LateRefusal.OutOfOrder(date, seenTo));
        }
        boolean waits = policy.graceIsFree() && isInGrace(date);
        return Result.ok(waits ? with(open, gathered, rates, date) : gatheredTo(date));
    }

    private LateAccrual gatheredTo(LocalDate date) {
        DayCount count = policy.rule().dayCount();
        long bearing = policy.rule().compound() ? open.interest + open.capitalised : 0;
        Charge penalty = gathered.penalty;
        Charge compound = gathered.compound;
        LocalDate from = gathered.to;
        for (int i = 0; i < rates.size(); i++) {
            AnnualRate rate = rates.get(i).penaltyRate();
            LocalDate until = i + 1 < rates.size() ? rates.get(i + 1).date() : date;
            int days = count.days(from, until);
            penalty = penalty.plusDays(open.principal, rate, days, count);
            compound = compound.plusDays(bearing, rate, days, count);
            from = until;
        }
        LateStep.RateFrom inForce = new LateStep.RateFrom(date, rates.getLast().penaltyRate());
        return with(open, new Gathered(date, penalty, compound), List.of(inForce), date);
    }

    /** In grace the rates are kept side by side, since the days so far may yet count. */
    private LateAccrual withRate(LateStep.RateFrom from) {
        List<LateStep.RateFrom> next = new ArrayList<>(rates);
        next.removeIf(earlier -> earlier.date().equals(from.date()));
        next.add(from);
        return with(open, gathered, next, seenTo);
    }

    private LateAccrual capitalised() {
        long unpaid = policy.capitalises() ? gathered.compound.owed() : 0;
        return with(new Open(open.principal, open.interest, unpaid), gathered, rates, seenTo);
    }

    private LateAccrual paid(Allocation used) {
        long forCompound = Math.min(used.to(Component.PENALTY), gathered.compound.owed());
        Charge compound = gathered.compound.paying(forCompound);
        Charge penalty = gathered.penalty.paying(used.to(Component.PENALTY) - forCompound);
        Open rest = new Open(
                open.principal - used.to(Component.PRINCIPAL),
                open.interest - used.to(Component.INTEREST),
                Math.min(open.capitalised, compound.owed()));
        return with(rest, new Gathered(gathered.to, penalty, compound), rates, seenTo);
    }

    private Owed owed() {
        return new Owed(number, 0, gathered.penalty.owed() + gathered.compound.owed(), open.interest, open.principal);
    }

    private LateAccrual with(Open rest, Gathered late, List<LateStep.RateFrom> since, LocalDate seen) {
        return new LateAccrual(number, policy, dueDate, rest, late, since, seen);
    }
}
