package io.anju.repayment.ledger.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.anju.kernel.result.Result;
import io.anju.kit.id.Ids;
import io.anju.kit.tx.Tx;
import io.anju.repayment.PostgresForTests;
import io.anju.repayment.ledger.Ledger;
import io.anju.repayment.ledger.model.AccountCode;
import io.anju.repayment.ledger.model.LedgerRefusal;
import io.anju.repayment.ledger.model.LoanPostings;
import io.anju.repayment.ledger.model.Position;
import io.anju.repayment.ledger.model.PostedTransfer;
import io.anju.repayment.ledger.model.Posting;
import io.anju.repayment.ledger.model.Receipt;
import io.anju.repayment.ledger.model.Transfer;
import io.anju.repayment.ledger.model.TransferKind;
import io.anju.repayment.ledger.model.TrialBalance;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.TransactionRollbackException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Posting through the service, on a real PostgreSQL, by many clients at once. */
class LedgerPostingTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 12, 22);
    private static final int CLIENTS = 16;

    private static PostgresForTests postgres;

    private final Ledger ledger = new Ledger(new PgJournal());
    private final Ids ids = new Ids();
    private final UUID loan = UUID.randomUUID();

    @BeforeAll
    static void start() throws SQLException {
        postgres = PostgresForTests.start(CLIENTS);
    }

    @AfterAll
    static void stop() {
        postgres.close();
    }

    @Test
    void postsADisbursementAndAnInstalment() {
        open(100_000_000);

        var answer = post(instalment("1", 291_667, 157_378));

        assertInstanceOf(Posting.Posted.class, value(answer));
        assertEquals(100_000_000 - 157_378, principal());
        assertEquals(
                List.of(100_000_000L, 449_045L),
                transfers().stream().map(posted -> posted.transfer().amount()).toList());
    }

    @Test
    void answersTheSameTransferUnderTheSameKeyAndPostsItOnce() {
        open(1_000);
        var first = value(post(instalment("1", 10, 90)));

        var again = value(post(instalment("1", 10, 90)));

        assertEquals(new Posting.AlreadyPosted(first.transferId()), again);
        assertEquals(910, principal());
    }

    @Test
    void refusesAnotherAmountUnderTheSameKey() {
        open(1_000);
        var first = value(post(instalment("1", 10, 90)));

        var other = post(instalment("1", 10, 91));

        assertEquals(Result.refused(new LedgerRefusal.KeyTaken(loan + ":1", first.transferId(), 101, 100)), other);
    }

    @Test
    void refusesAnotherSplitOfTheSameAmountUnderTheSameKey() {
        open(1_000);
        post(instalment("1", 10, 90));

        var other = post(instalment("1", 20, 80));

        assertInstanceOf(Result.Refused.class, other);
    }

    @Test
    void refusesToRepayMoreThanIsOwed() {
        open(1_000);

        var tooMuch = post(instalment("1", 0, 1_001));

        assertEquals(Result.refused(new LedgerRefusal.BalanceTooLow(loan, 1_001)), tooMuch);
        assertEquals(1_000, principal());
    }

    @Test
    void undoesATransferAndBothStayReadable() {
        open(1_000);
        UUID wrong = value(post(instalment("1", 10, 90))).transferId();

        value(await(tx -> ledger.reverse(tx, wrong, UUID.randomUUID(), TODAY, "debited twice by the rail")));

        assertEquals(1_000, principal());
        assertEquals(3, transfers().size());
    }

    @Test
    void doesNotUndoAReversal() {
        open(1_000);
        UUID wrong = value(post(instalment("1", 10, 90))).transferId();
        UUID undone = value(await(tx -> ledger.reverse(tx, wrong, ids.next(), TODAY, "debited twice")))
                .transferId();

        var again = await(tx -> ledger.reverse(tx, undone, ids.next(), TODAY, "was right"));

        assertEquals(Result.refused(new LedgerRefusal.IsReversal(undone)), again);
    }

    @Test
    void goesThroughALongListPageByPageAndLosesNothing() {
        open(1_000_000);
        List<Transfer> many = IntStream.range(0, 1_234)
                .mapToObj(i -> instalment("page-" + i, 1, 10))
                .toList();
        await(tx -> ledger.postAll(tx, many));

        List<PostedTransfer> all = new ArrayList<>();
        Position after = Position.before(TODAY);
        for (List<PostedTransfer> page = page(after); !page.isEmpty(); page = page(after)) {
            all.addAll(page);
            after = Position.of(page.getLast());
            Position here = after;
            long owed = await(tx -> ledger.principalOwedAt(tx, loan, here));
            assertEquals(1_000_000 - 10L * (all.size() - 1), owed);
        }

        assertEquals(1_235, all.size());
        assertEquals(
                1_235,
                all.stream().map(posted -> posted.transfer().id()).distinct().count());
    }

    private List<PostedTransfer> page(Position after) {
        return await(tx -> ledger.listOfLoan(tx, loan, after, TODAY, 100));
    }

    @Test
    void postsOnceHoweverManyClientsAskAtOnce() {
        open(1_000);

        List<Posting> answers = Multi.createFrom()
                .range(0, 200)
                .onItem()
                .transformToUni(client -> run(tx -> ledger.post(tx, instalment("1", 10, 90))))
                .merge(CLIENTS)
                .map(LedgerPostingTest::value)
                .collect()
                .asList()
                .await()
                .indefinitely();

        assertEquals(
                1, answers.stream().filter(Posting.Posted.class::isInstance).count());
        assertEquals(1, answers.stream().map(Posting::transferId).distinct().count());
        assertEquals(910, principal());
    }

    @Test
    void postsManyTransfersInOneStatement() {
        open(1_000_000);
        List<Transfer> many = IntStream.range(0, 900)
                .mapToObj(i -> instalment("many-" + i, 1, 10))
                .toList();

        var answers = await(tx -> ledger.postAll(tx, many));

        assertTrue(answers.stream().map(LedgerPostingTest::value).allMatch(Posting.Posted.class::isInstance));
        assertEquals(991_000, principal());
    }

    @Test
    void isBalancedAtEveryMoment() {
        open(5_000);
        post(instalment("1", 10, 90));
        post(instalment("2", 9, 91));

        TrialBalance books = await(ledger::trialBalance);

        assertEquals(books.debit(), books.credit());
        assertTrue(books.balanced());
        assertEquals(AccountCode.values().length, books.rows().size());
    }

    private void open(long amount) {
        await(tx -> ledger.openLoan(tx, loan));
        value(post(LoanPostings.disbursement(ids.next(), loan + ":out", loan, TODAY, "payout", amount)));
    }

    private Transfer instalment(String number, long interest, long principal) {
        return LoanPostings.receipt(
                ids.next(),
                loan + ":" + number,
                TransferKind.INSTALMENT,
                loan,
                TODAY,
                "instalment " + number,
                new Receipt(0, 0, interest, principal));
    }

    private Result<Posting, LedgerRefusal> post(Transfer transfer) {
        var answer = new AtomicReference<Result<Posting, LedgerRefusal>>();
        // Where the database refused, there is nothing left to commit; the answer stands all the same.
        return run(tx -> ledger.post(tx, transfer).invoke(answer::set))
                .onFailure(TransactionRollbackException.class)
                .recoverWithItem(answer::get)
                .await()
                .indefinitely();
    }

    private long principal() {
        return transfers().stream()
                .flatMap(posted -> posted.transfer().lines().stream())
                .filter(line -> line.account().code() == AccountCode.LOAN_PRINCIPAL)
                .mapToLong(io.anju.repayment.ledger.model.Line::amount)
                .sum();
    }

    private List<PostedTransfer> transfers() {
        return await(tx -> ledger.listOfLoan(tx, loan, Position.before(TODAY), TODAY, 1_000));
    }

    private static <T> T await(Function<Tx, Uni<T>> work) {
        return run(work).await().indefinitely();
    }

    private static <T> Uni<T> run(Function<Tx, Uni<T>> work) {
        return postgres.run(work);
    }

    private static <T> T value(Result<T, LedgerRefusal> answer) {
        return switch (answer) {
            case Result.Ok<T, LedgerRefusal>(T value) -> value;
            case Result.Refused<T, LedgerRefusal>(LedgerRefusal refusal) ->
                throw new AssertionError(refusal.toString());
        };
    }
}
