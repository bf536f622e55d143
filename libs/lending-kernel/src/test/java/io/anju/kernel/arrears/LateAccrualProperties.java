package io.anju.kernel.arrears;

import static io.anju.kernel.schedule.Loans.ok;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.anju.kernel.calendar.DayCount;
import io.anju.kernel.rate.AnnualRate;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The fold against a diary kept day by day, in fen times 360 so that nothing is divided before the end. */
class LateAccrualProperties {

    private static final LocalDate DUE = LocalDate.parse("2027-01-20");
    private static final int LAST_DAY = 120;

    /** One line for each day. */
    private static final class Diary {
        private final LatePolicy policy;
        private final BigDecimal[] rates = new BigDecimal[LAST_DAY + 1];
        private long principal;
        private long interest;
        private long capitalised;
        private long penaltyPaid;
        private long compoundPaid;
        private int writtenTo;
        private BigDecimal penalty = BigDecimal.ZERO;
        private BigDecimal compound = BigDecimal.ZERO;

        Diary(LatePolicy policy, long principal, long interest, BigDecimal rate) {
            this.policy = policy;
            this.principal = principal;
            this.interest = interest;
            setRate(0, rate);
        }

        void setRate(int day, BigDecimal rate) {
            for (int i = day; i <= LAST_DAY; i++) {
                rates[i] = rate;
            }
        }

        /** Writes a line for every day that has passed; none while a free grace lasts. */
        void writeTo(int day) {
            if (policy.graceIsFree() && day <= policy.rule().graceDays()) {
                return;
            }
            for (; writtenTo < day; writtenTo++) {
                penalty = penalty.add(BigDecimal.valueOf(principal).multiply(rates[writtenTo]));
                if (policy.rule().compound()) {
                    compound = compound.add(
                            BigDecimal.valueOf(interest + capitalised).multiply(rates[writtenTo]));
                }
            }
        }

        long penaltyOwed() {
            return fen(penalty) - penaltyPaid;
        }

        long compoundOwed() {
            return fen(compound) - compoundPaid;
        }

        void pay(long amount) {
            long left = amount;
            long part = Math.min(left, compoundOwed());
            compoundPaid += part;
            left -= part;
            capitalised = Math.min(capitalised, compoundOwed());
            part = Math.min(left, penaltyOwed());
            penaltyPaid += part;
            left -= part;
            part = Math.min(left, interest);
            interest -= part;
            left -= part;
            principal -= Math.min(left, principal);
        }

        private static long fen(BigDecimal timesYear) {
            return timesYear
                    .divide(BigDecimal.valueOf(360), 0, RoundingMode.HALF_UP)
                    .longValueExact();
        }
    }

    @Property(tries = 2_000)
    void isTheDiaryKeptDayByDay(@ForAll long seed) {
        Random random = new Random(seed);
        LatePolicy policy = new LatePolicy(
                new LateRule(new BigDecimal("1.5"), random.nextInt(11), DayCount.ACT_360, random.nextBoolean()),
                new BigDecimal("2.0"),
                random.nextBoolean(),
                random.nextBoolean());
        long principal = random.nextLong(1_000_000);
        long interest = random.nextLong(1_000_000);
        Diary diary = new Diary(policy, principal, interest, new BigDecimal("0.0525"));
        LateAccrual accrual = LateAccrual.due(1, DUE, principal, interest, AnnualRate.of("0.0525"), policy);
        for (LateStep step : someSteps(random)) {
            accrual = ok(accrual.after(step, AllocationRule.DEFAULT));
            apply(diary, step);
            assertSame(diary, accrual);
        }
        diary.writeTo(LAST_DAY);
        assertSame(diary, ok(accrual.to(DUE.plusDays(LAST_DAY))));
    }

    private static void apply(Diary diary, LateStep step) {
        int day = (int) ChronoUnit.DAYS.between(DUE, step.date());
        diary.writeTo(day);
        switch (step) {
            case LateStep.Paid paid -> diary.pay(paid.amount());
            case LateStep.RateFrom from -> diary.setRate(day, from.penaltyRate().fraction());
            case LateStep.SettlementDate _ -> diary.capitalised = diary.policy.capitalises() ? diary.compoundOwed() : 0;
        }
    }

    private static void assertSame(Diary diary, LateAccrual accrual) {
        assertEquals(diary.principal, accrual.open().principal());
        assertEquals(diary.interest, accrual.open().interest());
        assertEquals(diary.penaltyOwed(), accrual.gathered().penalty().owed());
        assertEquals(diary.compoundOwed(), accrual.gathered().compound().owed());
        assertEquals(diary.capitalised, accrual.open().capitalised());
    }

    private static List<LateStep> someSteps(Random random) {
        List<LateStep> steps = new ArrayList<>();
        int day = 0;
        for (int i = 0; i < 8; i++) {
            day = Math.min(LAST_DAY, day + random.nextInt(i < 4 ? 4 : 30));
            LocalDate date = DUE.plusDays(day);
            steps.add(
                    switch (random.nextInt(3)) {
                        case 0 -> new LateStep.Paid(date, random.nextLong(300_000));
                        case 1 ->
                            new LateStep.RateFrom(
                                    date, AnnualRate.of(BigDecimal.valueOf(300 + random.nextInt(500), 4)));
                        default -> new LateStep.SettlementDate(date);
                    });
        }
        return steps;
    }
}
