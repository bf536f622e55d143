package io.anju.repayment.ledger.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.anju.kernel.result.Result;
import io.anju.kit.id.Ids;
import io.anju.kit.tx.Tx;
import io.anju.repayment.PostgresForTests;
import io.anju.repayment.ledger.Ledger;
import io.anju.repayment.ledger.model.DayDigest;
import io.anju.repayment.ledger.model.LoanPostings;
import io.anju.repayment.ledger.model.Receipt;
import io.anju.repayment.ledger.model.Transfer;
import io.anju.repayment.ledger.model.TransferKind;
import io.anju.repayment.ledger.model.TrialBalance;
import io.smallrye.mutiny.Uni;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Days closed, summed and digested, on a real PostgreSQL; the digest computed a second time here, by hand. */
class DayBooksTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
    private static final LocalDate WEDNESDAY = MONDAY.plusDays(2);
    private static final String ZEROS = "0".repeat(64);

    private final Ids ids = new Ids();
    private final Ledger ledger = new Ledger(new PgJournal());
    private final PgDayBooks days = new PgDayBooks();
    private final UUID loan = UUID.fromString("0192f0c1-0000-7000-8000-000000000001");

    private PostgresForTests postgres;
    private Transfer paidOut;
    private Transfer received;

    @BeforeEach
    void twoDays() throws SQLException {
        postgres = PostgresForTests.start(2);
        await(tx -> ledger.openLoan(tx, loan));
        paidOut = LoanPostings.disbursement(ids.next(), "out", loan, MONDAY, "PAYOUT", 100_000);
        received = instalment("in", WEDNESDAY, new Receipt(0, 5, 300, 700));
        await(tx -> ledger.postAll(tx, List.of(paidOut, received)));
    }

    @AfterEach
    void stop() {
        postgres.close();
    }

    @Test
    void digestsEachDayThatMovedSomethingAndChainsThem() throws Exception {
        await(tx -> days.close(tx, WEDNESDAY));

        DayDigest first = await(days::digestNext).orElseThrow();
        DayDigest second = await(days::digestNext).orElseThrow();

        assertEquals(new DayDigest(MONDAY, 1, 100_000, 100_000, digest(ZEROS, paidOut), ZEROS), first);
        assertEquals(
                new DayDigest(WEDNESDAY, 1, 1_005, 1_005, digest(first.sha256(), received), first.sha256()), second);
        assertEquals(Optional.empty(), await(days::digestNext));
        assertEquals(List.of(second, first), await(tx -> days.list(tx, Optional.empty(), 10)));
    }

    @Test
    void digestsTheTransfersOfADayInTheOrderOfTheirIds() throws Exception {
        List<Transfer> more = List.of(
                instalment("a", WEDNESDAY, new Receipt(1, 0, 2, 3)),
                instalment("b", WEDNESDAY, new Receipt(0, 0, 0, 9)));
        await(tx -> ledger.postAll(tx, more));
        await(tx -> days.close(tx, WEDNESDAY));

        String monday = await(days::digestNext).orElseThrow().sha256();
        DayDigest wednesday = await(days::digestNext).orElseThrow();

        assertEquals(digest(monday, received, more.get(0), more.get(1)), wednesday.sha256());
        assertEquals(3, wednesday.transfers());
    }

    @Test
    void leavesOpenDaysAlone() {
        await(tx -> days.close(tx, MONDAY));

        assertTrue(await(days::digestNext).isPresent());
        assertEquals(Optional.empty(), await(days::digestNext));
        boolean news = await(tx -> days.close(tx, MONDAY));
        assertFalse(news);
    }

    @Test
    void closesNoDayBehindTheLastThatMovedSomething() {
        await(tx -> days.close(tx, WEDNESDAY.plusYears(1)));

        var later = await(tx -> ledger.post(tx, instalment("next", WEDNESDAY.plusDays(1), new Receipt(0, 0, 1, 1))));

        assertInstanceOf(Result.Ok.class, later);
    }

    @Test
    void findsAnEntryThatWasChangedBehindItsBack() throws SQLException {
        await(tx -> days.close(tx, WEDNESDAY));
        DayDigest stored = await(days::digestNext).orElseThrow();
        assertEquals(stored, await(tx -> days.reckon(tx, MONDAY)));

        try (var superuser = postgres.connectAsSuperuser();
                var sql = superuser.createStatement()) {
            sql.execute("ALTER TABLE entry DISABLE TRIGGER ALL");
            sql.execute("UPDATE entry SET amount = -amount WHERE transfer_id = '" + paidOut.id() + "'");
            sql.execute("ALTER TABLE entry ENABLE ALWAYS TRIGGER entry_is_final");
        }

        assertNotEquals(stored.sha256(), await(tx -> days.reckon(tx, MONDAY)).sha256());
    }

    @Test
    void balancesTheSameWhicheverDaysAreClosed() {
        TrialBalance open = await(ledger::trialBalance);
        await(tx -> days.close(tx, MONDAY));
        await(days::digestNext);
        TrialBalance half = await(ledger::trialBalance);
        await(tx -> days.close(tx, WEDNESDAY));
        await(days::digestNext);
        TrialBalance closed = await(ledger::trialBalance);

        assertEquals(101_005, open.debit());
        assertTrue(open.balanced());
        assertEquals(open, half);
        assertEquals(open, closed);
    }

    @Test
    void addsWhatCameAfterTheClosedDays() {
        await(tx -> days.close(tx, WEDNESDAY));
        await(days::digestNext);
        await(days::digestNext);

        await(tx -> ledger.post(tx, instalment("later", WEDNESDAY.plusDays(1), new Receipt(0, 0, 1, 1))));

        TrialBalance books = await(ledger::trialBalance);
        assertEquals(101_007, books.debit());
        assertTrue(books.balanced());
    }

    private Transfer instalment(String key, LocalDate date, Receipt parts) {
        return LoanPostings.receipt(ids.next(), key, TransferKind.INSTALMENT, loan, date, "INSTALMENT 1", parts);
    }

    private static String digest(String previous, Transfer... transfers) throws NoSuchAlgorithmException {
        var sha = MessageDigest.getInstance("SHA-256");
        byte[] chain = {};
        long sum = 0;
        for (Transfer transfer : List.of(transfers).stream()
                .sorted(Comparator.comparing(t -> t.id().toString()))
                .toList()) {
            sha.update(chain);
            chain = sha.digest(MessageDigest.getInstance("SHA-256").digest(text(transfer)));
            sum += transfer.amount();
        }
        sha.update(HexFormat.of().parseHex(previous));
        sha.update("%s|%d|%d|%d"
                .formatted(transfers[0].date(), transfers.length, sum, sum)
                .getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(sha.digest(chain));
    }

    private static byte[] text(Transfer transfer) {
        String entries = transfer.lines().stream()
                .map(line -> line.account().owner() + ":" + line.account().code() + ":" + line.amount())
                .collect(Collectors.joining(","));
        return "%s|%s|%s|%d|%s||%s|\"%s\"|\"%s\""
                .formatted(
                        transfer.id(),
                        transfer.kind(),
                        transfer.loanId(),
                        transfer.amount(),
                        transfer.date(),
                        entries,
                        transfer.key(),
                        transfer.reference())
                .getBytes(StandardCharsets.UTF_8);
    }

    private <T> T await(Function<Tx, Uni<T>> work) {
        return postgres.run(work).await().indefinitely();
    }
}
