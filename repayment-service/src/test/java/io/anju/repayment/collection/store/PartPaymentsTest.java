package io.anju.repayment.collection.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.anju.kernel.arrears.LateRule;
import io.anju.kernel.calendar.DayCount;
import io.anju.kernel.rate.AnnualRate;
import io.anju.kit.tx.Tx;
import io.anju.repayment.PostgresForTests;
import io.anju.repayment.collection.model.Bill;
import io.anju.repayment.collection.model.BillFacts;
import io.anju.repayment.ledger.model.Receipt;
import io.smallrye.mutiny.Uni;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Bills paid in parts and waived at random, kept in a real PostgreSQL between one part and the next, against a diary of every single
 * day: fen times 360, divided once.
 */
class PartPaymentsTest {

    private static final int LIVES = 150;
    private static final long SEED = 20_261_129;
    private static final LocalDate DUE = LocalDate.of(2027, 1, 20);
    private static final BigDecimal CONTRACT = new BigDecimal("0.0365");
    private static final BigDecimal MULTIPLIER = new BigDecimal("1.5");

    private static PostgresForTests postgres;
    private static UUID loan;

    private final PgBills bills = new PgBills();
    private final Random random = new Random(SEED);

    @BeforeAll
    static void oneLoan() throws SQLException {
        postgres = PostgresForTests.start(2);
        loan = UUID.randomUUID();
        try (Connection connection = postgres.connect();
                var insert = connection.prepareStatement("""
                        INSERT INTO loan (id, customer_id, application_id, contract_id, tranche, state, principal,
                                          annual_rate, months, method, start_date, first_due_date, due_day, payee)
                        VALUES (?, gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 1, 'OPENING', 1, 0, 1,
                                'BULLET', '2026-12-20', '2027-01-20', 20, 'payee')
                        """)) {
            insert.setObject(1, loan);
            insert.executeUpdate();
        }
    }

    @AfterAll
    static void stop() {
        postgres.close();
    }

    /** What a person would write down: what is open, and each day's charge on it once grace is over. */
    private static final class Diary {
        private final int free;
        private final boolean compounds;
        private final int yearDays;
        private long principal;
        private long interest;
        private long penaltyPaid;
        private long compoundPaid;
        private int written;
        private BigDecimal penalty = BigDecimal.ZERO;
        private BigDecimal compound = BigDecimal.ZERO;

        Diary(BillFacts facts) {
            LateRule rule = facts.late();
            int first = Math.toIntExact(ChronoUnit.DAYS.between(DUE, facts.lastInTime()));
            this.free = first + rule.graceDays();
            this.written = first;
            this.compounds = rule.compound();
            this.yearDays = rule.dayCount() == DayCount.ACT_365 ? 365 : 360;
            this.principal = facts.principal();
            this.interest = facts.interest();
        }

        void writeTo(int day) {
            for (; day > free && written < day; written++) {
                penalty = penalty.add(dayOf(principal));
                compound = compounds ? compound.add(dayOf(interest)) : compound;
            }
        }

        private static BigDecimal dayOf(long fen) {
            return BigDecimal.valueOf(fen).multiply(CONTRACT).multiply(MULTIPLIER);
        }

        private long penaltyOwed() {
            return rounded(penalty) - penaltyPaid;
        }

        private long compoundOwed() {
            return rounded(compound) - compoundPaid;
        }

        private long rounded(BigDecimal timesYear) {
            return timesYear
                    .divide(BigDecimal.valueOf(yearDays), 0, RoundingMode.HALF_UP)
                    .longValueExact();
        }

        long owed() {
            return penaltyOwed() + compoundOwed() + interest + principal;
        }

        /** Lateness first, then interest, then principal. */
        Receipt pay(long amount) {
            long toCompound = Math.min(amount, compoundOwed());
            compoundPaid += toCompound;
            long toPenalty = Math.min(amount - toCompound, penaltyOwed());
            penaltyPaid += toPenalty;
            long late = toCompound + toPenalty;
            long toInterest = Math.min(amount - late, interest);
            interest -= toInterest;
            long toPrincipal = Math.min(amount - late - toInterest, principal);
            principal -= toPrincipal;
            return new Receipt(0, late, toInterest, toPrincipal);
        }
    }

    @Test
    void oweAndUseWhatTheDiaryOfEveryDaySays() {
        for (int number = 1; number <= LIVES; number++) {
            LateRule rule = someRule();
            agree(rule);
            Bill.Due billed = Bill.Due.of(new BillFacts(
                    loan,
                    number,
                    DUE,
                    DUE.plusDays(random.nextInt(3)),
                    random.nextLong(500_000),
                    1 + random.nextLong(500_000),
                    AnnualRate.of(CONTRACT),
                    rule));
            live(billed, new Diary(billed.facts()));
        }
    }

    private void live(Bill.Unpaid billed, Diary diary) {
        Bill.Unpaid bill = billed;
        int day = 0;
        for (int part = 0; part < 7; part++) {
            day += random.nextInt(part < 3 ? 4 : 40);
            LocalDate date = DUE.plusDays(day);
            diary.writeTo(day);
            bill = maybeWaived(bill, date, diary);
            assertEquals(diary.owed(), bill.owedOn(date).total(), () -> "owed on " + date);
            long amount = 1 + random.nextLong(part == 6 ? diary.owed() : 1 + diary.owed() / 3);
            Bill.Received received = bill.receive(date, amount);
            assertEquals(diary.pay(amount), received.parts());
            Bill kept = keep(received.after());
            assertEquals(received.after(), kept);
            if (!(kept instanceof Bill.Unpaid unpaid)) {
                assertEquals(0, diary.owed());
                return;
            }
            bill = unpaid;
        }
    }

    private Bill.Unpaid maybeWaived(Bill.Unpaid bill, LocalDate date, Diary diary) {
        long late = diary.penaltyOwed() + diary.compoundOwed();
        if (late == 0 || random.nextInt(4) > 0) {
            return bill;
        }
        long amount = 1 + random.nextLong(late);
        diary.pay(amount);
        return (Bill.Unpaid) keep(bill.waived(date, amount));
    }

    private LateRule someRule() {
        DayCount count = random.nextBoolean() ? DayCount.ACT_360 : DayCount.ACT_365;
        return new LateRule(MULTIPLIER, random.nextInt(8), count, random.nextInt(4) > 0);
    }

    /** It is the loan's, so that bills are read with what was agreed of theirs. */
    private static void agree(LateRule rule) {
        await(tx -> tx.update(
                "update loan set late_grace_days = $2, late_day_count = $3, late_compound = $4 where id = $1",
                loan,
                rule.graceDays(),
                rule.dayCount().name(),
                rule.compound()));
    }

    private Bill keep(Bill bill) {
        await(tx -> bills.saveAll(tx, List.of(bill)));
        return await(tx -> bills.listOfLoan(tx, loan)).stream()
                .filter(read -> read.facts().number() == bill.facts().number())
                .findFirst()
                .orElseThrow();
    }

    private static <T> T await(Function<Tx, Uni<T>> work) {
        return postgres.run(work).await().indefinitely();
    }
}
