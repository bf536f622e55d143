package io.anju.repayment.reconciliation;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.anju.kernel.result.Result;
import io.anju.kit.id.Ids;
import io.anju.kit.tx.Transactions;
import io.anju.kit.tx.Tx;
import io.anju.repayment.ledger.Ledger;
import io.anju.repayment.ledger.model.Account;
import io.anju.repayment.ledger.model.AccountCode;
import io.anju.repayment.ledger.model.Line;
import io.anju.repayment.ledger.model.Transfer;
import io.anju.repayment.ledger.model.TransferKind;
import io.anju.repayment.reconciliation.model.DailyFile;
import io.anju.testkit.environment.AnjuEnvironment;
import io.anju.testkit.environment.Neighbours;
import io.anju.testkit.environment.Outside;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Orders, postings, reversals and files at random, in the database: the breaks explain each day to the fen. */
@QuarkusTest
@WithTestResource(value = AnjuEnvironment.class, initArgs = @ResourceArg(name = AnjuEnvironment.TWO_ROLES, value = ""))
class RandomDaysTest {

    private static final int DAYS = 3;
    private static final int REFERENCES = 150;
    private static final long[] AMOUNTS = {1, 70, 449_045, -1, -100_000_000};

    Neighbours neighbours;
    Outside outside;

    @Inject
    Transactions transactions;

    @Inject
    ReconciliationWorker worker;

    @Inject
    Ledger ledger;

    @Inject
    Ids ids;

    private final List<StringBuilder> files = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(ints = {2036, 2037, 2038})
    void theBreaksExplainTheDifferenceToTheFen(int year) {
        var random = new Random(year);
        LocalDate first = LocalDate.of(year, 5, 1);
        IntStream.range(0, DAYS).forEach(day -> files.add(new StringBuilder(DailyFile.HEADER + "\r\n")));
        IntStream.range(0, REFERENCES).forEach(i -> happen(random, "q-" + year + "-" + i, first));
        List<RailDay> days = IntStream.range(0, DAYS)
                .mapToObj(day -> new RailDay(
                        neighbours,
                        outside,
                        transactions,
                        worker,
                        first.plusDays(day).toString()))
                .toList();
        days.forEach(day -> day.replaceFile(files.get(days.indexOf(day)).toString()));

        days.getLast().end();
        days.forEach(day -> day.begin(day.date()).statusCode(201));
        worker.drain().await().indefinitely();

        assertTrue(
                days.stream().mapToLong(day -> day.checked().getInt("breaks")).sum() > REFERENCES / 2);
    }

    private void happen(Random random, String reference, LocalDate first) {
        long ordered = random.nextInt(6) == 0 ? 0 : amount(random);
        if (ordered != 0) {
            run(tx -> order(tx, random, reference, ordered, first));
        }
        if (random.nextInt(3) > 0) {
            post(random, reference, likely(random, ordered), first);
        }
        for (int day = 0; day < DAYS; day++) {
            for (int copy = random.nextInt(4) - 1; copy > 0; copy--) {
                files.get(day).append(line(random, reference, likely(random, ordered)));
            }
        }
    }

    /** Mostly what was ordered, so that the sides agree now and then. */
    private static long likely(Random random, long ordered) {
        return ordered == 0 || random.nextInt(3) == 0 ? amount(random) : ordered;
    }

    private static long amount(Random random) {
        return AMOUNTS[random.nextInt(AMOUNTS.length)];
    }

    private static String line(Random random, String reference, long amount) {
        return "t,%s,%s,%s,,a,%d,x\r\n"
                .formatted(
                        reference,
                        amount > 0 ? "DEBIT" : "PAYOUT",
                        random.nextInt(4) > 0 ? "SUCCEEDED" : "FAILED",
                        Math.abs(amount));
    }

    /** An order that nobody carries any more. */
    private static Uni<Integer> order(Tx tx, Random random, String reference, long amount, LocalDate date) {
        String state = List.of("SENT", "SUCCEEDED", "SUCCEEDED", "FAILED").get(random.nextInt(4));
        boolean partAccepted = amount > 1 && random.nextBoolean();
        Long moved = partAccepted && state.equals("SUCCEEDED") && random.nextBoolean() ? amount / 2 : null;
        return tx.update(
                """
                INSERT INTO rail_order (reference, kind, purpose, loan_id, subject, account, amount, business_date, state,
                                        transaction_id, reason, placed_at, concluded_at, attend_at, part_accepted,
                                        moved)
                VALUES ($1, $2, 'INSTALMENT', $3, '1', 'a', $4, $5, $6, 't', $7, now(),
                        CASE WHEN $6 = 'SENT' THEN NULL ELSE now() END, 'infinity', $8, $9::bigint)
                """,
                reference,
                amount > 0 ? "DEBIT" : "PAYOUT",
                UUID.randomUUID(),
                Math.abs(amount),
                date,
                state,
                state.equals("FAILED") ? "DECLINED" : null,
                partAccepted,
                moved);
    }

    private void post(Random random, String reference, long amount, LocalDate first) {
        int day = random.nextInt(DAYS);
        var transfer = new Transfer(
                ids.next(),
                reference,
                TransferKind.INSTALMENT,
                UUID.randomUUID(),
                first.plusDays(day),
                "TEST",
                null,
                List.of(
                        new Line(Account.ofBank(AccountCode.RAIL_CLEARING), amount),
                        new Line(Account.ofBank(AccountCode.COUNTER_CLEARING), -amount)));
        run(tx -> ledger.post(tx, transfer));
        if (random.nextInt(4) == 0) {
            LocalDate undone = first.plusDays(day + random.nextInt(DAYS - day));
            var reversed = run(tx -> ledger.reverse(tx, transfer.id(), ids.next(), undone, "TEST"));
            assertTrue(reversed instanceof Result.Ok, reversed.toString());
        }
    }

    private <T> T run(Function<Tx, Uni<T>> work) {
        return transactions.run(work).await().indefinitely();
    }
}
