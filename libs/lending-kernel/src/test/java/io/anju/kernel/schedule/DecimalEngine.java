package io.anju.kernel.schedule;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A loan's whole life written again the slow way, monthly and by actual days of 360: yuan, dates and one mutable ledger
 * card, interest kept as sums of "yuan times rate times days" that are divided once. It shares no line of arithmetic with
 * the kernel, so that a mistake would have to be made twice. Where the rules do not allow an event, there is no card.
 */
final class DecimalEngine {

    private static final MathContext MC = new MathContext(80);
    private static final BigDecimal YEAR = BigDecimal.valueOf(360);
    private static final BigDecimal TWELVE = BigDecimal.valueOf(12);
    private static final BigDecimal NOTHING = new BigDecimal("0.00");

    /** A line of the card: an instalment, or a prepayment when {@code number} is 0. */
    record Line(int number, LocalDate date, BigDecimal principal, BigDecimal interest, BigDecimal balance) {}

    private final RepaymentTerms terms;
    private final List<Line> card = new ArrayList<>();
    private final List<ScheduleEvent> waiting;
    private Method method;
    private BigDecimal rate;
    private BigDecimal balance;
    private BigDecimal level;
    private int left;
    private int interestOnly;
    private int billed;
    private int dueDay;
    private LocalDate periodStart;
    private LocalDate due;
    private boolean broken;
    private boolean split;
    private LocalDate countedTo;
    private final Map<Long, BigDecimal> counted = new TreeMap<>();

    private DecimalEngine(RepaymentTerms terms, List<ScheduleEvent> events) {
        this.terms = terms;
        this.waiting = new ArrayList<>(events);
        this.method = terms.method();
        this.rate = terms.annualRate().fraction();
        this.balance = BigDecimal.valueOf(terms.principal(), 2);
        this.left = terms.instalments();
        this.interestOnly = terms.interestOnly();
        this.dueDay = terms.dueDay();
        this.due = terms.firstDueDate();
        open(terms.startDate());
        this.broken = !isMonth(terms.startDate(), due);
        newLevel();
    }

    /** The card of a loan, line by line; empty where an event is not allowed. */
    static Optional<List<Line>> card(RepaymentTerms terms, List<ScheduleEvent> events) {
        return new DecimalEngine(terms, events).live();
    }

    private Optional<List<Line>> live() {
        while (left > 0) {
            ScheduleEvent next = next();
            if (next == null) {
                bill();
            } else if (!happens(next)) {
                return Optional.empty();
            }
        }
        return waiting.isEmpty() && billed > 0 ? Optional.of(card) : Optional.empty();
    }

    /** The earliest event of the period that is still waiting; of one day the first given. */
    private ScheduleEvent next() {
        ScheduleEvent next = waiting.stream()
                .filter(this::isNow)
                .min(Comparator.comparing(this::dayOf))
                .orElse(null);
        waiting.remove(next);
        return next;
    }

    private boolean isNow(ScheduleEvent event) {
        return switch (event) {
            case ScheduleEvent.AfterInstalment after -> after.afterInstalment() == billed;
            case ScheduleEvent.OnDate on ->
                !on.date().isBefore(countedTo) && on.date().isBefore(due);
        };
    }

    private LocalDate dayOf(ScheduleEvent event) {
        return event instanceof ScheduleEvent.OnDate on ? on.date() : periodStart;
    }

    private boolean happens(ScheduleEvent event) {
        LocalDate day = dayOf(event);
        return switch (event) {
            case ScheduleEvent.Prepayment prepayment -> prepay(day, prepayment.amount(), prepayment.option());
            case ScheduleEvent.PrepaymentOn prepayment -> prepay(day, prepayment.amount(), prepayment.option());
            case ScheduleEvent.Repricing repricing ->
                reprice(day, repricing.annualRate().fraction());
            case ScheduleEvent.RepricingOn repricing ->
                reprice(day, repricing.annualRate().fraction());
            case ScheduleEvent.PlanChangedOn changed -> change(day, changed.change());
        };
    }

    private boolean reprice(LocalDate day, BigDecimal next) {
        if (next.compareTo(rate) == 0) {
            return true;
        }
        countTo(day);
        rate = next;
        if (isEqualInstalment()) {
            newLevel();
        }
        return true;
    }

    private boolean prepay(LocalDate day, long fen, PrepaymentOption option) {
        BigDecimal amount = BigDecimal.valueOf(fen, 2);
        int compared = amount.compareTo(balance);
        boolean shorter = option == PrepaymentOption.SHORTER_TERM;
        if (amount.signum() <= 0 || compared > 0 || shorter && compared < 0 && method == Method.BULLET) {
            return false;
        }
        countTo(day);
        BigDecimal interest = countedInterest();
        counted.clear();
        balance = balance.subtract(amount);
        card.add(new Line(0, day, amount, interest, balance));
        if (balance.signum() == 0) {
            left = 0;
        } else if (shorter) {
            left = interestOnly + needed(left - interestOnly);
        } else {
            newLevel();
        }
        return true;
    }

    private boolean change(LocalDate day, PlanChange change) {
        switch (change) {
            case PlanChange.MethodTo(Method next) -> {
                if (next.name().startsWith("INTEREST_ONLY") || next == plain()) {
                    return false;
                }
                method = next;
                interestOnly = next == Method.BULLET ? 0 : interestOnly;
                newLevel();
            }
            case PlanChange.TermTo(int instalments) -> {
                if (instalments == left || instalments <= interestOnly || billed + instalments > 1_200) {
                    return false;
                }
                left = instalments;
                newLevel();
            }
            case PlanChange.Relief(int instalments) -> {
                if (interestOnly > 0 || method == Method.BULLET || instalments < 1 || instalments >= left) {
                    return false;
                }
                interestOnly = instalments;
                newLevel();
            }
            case PlanChange.DueDayTo(LocalDate nextDue, int dayOfMonth) -> {
                if (!nextDue.isAfter(day) || nextDue.isAfter(monthAfter(due))) {
                    return false;
                }
                due = nextDue;
                dueDay = dayOfMonth;
                broken = !isMonth(periodStart, due);
            }
        }
        return true;
    }

    private void bill() {
        BigDecimal month = balance.multiply(rate).divide(TWELVE, 2, RoundingMode.HALF_UP);
        BigDecimal interest = split ? countedInterestAt(due) : broken ? ofBrokenPeriod() : month;
        BigDecimal part = left == 1 ? balance : interestOnly > 0 ? NOTHING : repaid(month);
        part = part.max(NOTHING).min(balance);
        balance = balance.subtract(part);
        card.add(new Line(++billed, due, part, interest, balance));
        left--;
        interestOnly = Math.max(0, interestOnly - 1);
        LocalDate last = due;
        due = monthAfter(last);
        open(last);
    }

    private void open(LocalDate day) {
        periodStart = day;
        countedTo = day;
        counted.clear();
        broken = false;
        split = false;
    }

    private BigDecimal repaid(BigDecimal month) {
        return switch (plain()) {
            case EQUAL_INSTALMENT -> level.subtract(month);
            case EQUAL_PRINCIPAL -> level;
            default -> NOTHING;
        };
    }

    /** By days of 360, or by days of twelve such periods; what was counted one way stays so when a due date moves. */
    private void countTo(LocalDate day) {
        boolean share = !broken && terms.conventions().splitPeriod() == SplitPeriod.SHARE_OF_PERIOD;
        long days = ChronoUnit.DAYS.between(countedTo, day);
        long divisor = share ? 12 * ChronoUnit.DAYS.between(periodStart, due) : 360;
        counted.merge(divisor, yuanRateDays(days), BigDecimal::add);
        countedTo = day;
        split |= day.isAfter(periodStart);
    }

    private BigDecimal countedInterestAt(LocalDate day) {
        countTo(day);
        return countedInterest();
    }

    private BigDecimal countedInterest() {
        BigDecimal common =
                counted.keySet().stream().map(BigDecimal::valueOf).reduce(BigDecimal.ONE, BigDecimal::multiply);
        BigDecimal sum = BigDecimal.ZERO;
        for (Map.Entry<Long, BigDecimal> part : counted.entrySet()) {
            sum = sum.add(part.getValue().multiply(common.divideToIntegralValue(BigDecimal.valueOf(part.getKey()))));
        }
        return sum.divide(common, 2, RoundingMode.HALF_UP);
    }

    private BigDecimal ofBrokenPeriod() {
        if (billed > 0 || terms.conventions().firstPeriod() == FirstPeriod.ACTUAL_DAYS) {
            return yuanRateDays(ChronoUnit.DAYS.between(periodStart, due)).divide(YEAR, 2, RoundingMode.HALF_UP);
        }
        int months = 0;
        while (!periodStart.plusMonths(months + 1).isAfter(due)) {
            months++;
        }
        long odd = ChronoUnit.DAYS.between(periodStart.plusMonths(months), due);
        return yuanRateDays(30L * months + odd).divide(YEAR, 2, RoundingMode.HALF_UP);
    }

    private BigDecimal yuanRateDays(long days) {
        return balance.multiply(rate).multiply(BigDecimal.valueOf(days));
    }

    private void newLevel() {
        int n = left - interestOnly;
        level = switch (plain()) {
            case EQUAL_INSTALMENT -> NaiveEngine.instalment(balance, rate, n);
            case EQUAL_PRINCIPAL -> balance.divide(BigDecimal.valueOf(n), 2, RoundingMode.HALF_UP);
            default -> NOTHING;
        };
    }

    /** Instalments of the level that pay the balance off, and never more than there were. */
    private int needed(int most) {
        BigDecimal growth = isEqualInstalment() ? rate.divide(TWELVE, MC).add(BigDecimal.ONE) : BigDecimal.ONE;
        BigDecimal rest = balance;
        int n = 0;
        while (rest.signum() > 0 && n < most) {
            rest = rest.multiply(growth, MC).subtract(level);
            n++;
        }
        return n;
    }

    private boolean isEqualInstalment() {
        return plain() == Method.EQUAL_INSTALMENT;
    }

    private Method plain() {
        return Method.valueOf(method.name().replace("INTEREST_ONLY_THEN_", ""));
    }

    /** Whether a period is a month by the due day, or a month by its own first day when it is the first of the loan. */
    private boolean isMonth(LocalDate from, LocalDate to) {
        return from.equals(onDueDay(to.minusMonths(1)))
                || billed == 0 && from.plusMonths(1).equals(to);
    }

    private LocalDate monthAfter(LocalDate date) {
        return onDueDay(date.plusMonths(1));
    }

    private LocalDate onDueDay(LocalDate month) {
        return month.withDayOfMonth(Math.min(dueDay, month.lengthOfMonth()));
    }
}
