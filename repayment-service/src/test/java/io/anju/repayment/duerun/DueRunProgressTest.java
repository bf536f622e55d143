package io.anju.repayment.duerun;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.anju.kit.tx.Transactions;
import io.anju.repayment.duerun.model.Reminder;
import io.anju.repayment.journey.Bank;
import io.anju.testkit.environment.AnjuEnvironment;
import io.anju.testkit.environment.Neighbours;
import io.anju.testkit.environment.Outside;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Runs that are started again, that wait, and what borrowers are told before. */
@QuarkusTest
@WithTestResource(AnjuEnvironment.class)
class DueRunProgressTest {

    Neighbours neighbours;
    Outside outside;

    @Inject
    Transactions transactions;

    @Inject
    Reminding reminding;

    @Inject
    Reminders reminders;

    @Test
    void startedAgainItDoesWhatHasBecomeDueSinceAndIsNotCutAnew() {
        var bank = new Bank(neighbours, outside);
        bank.today("2027-03-10");
        UUID early = bank.lend(UUID.randomUUID(), "2027-03-10", "2027-04-15", "0.0000");
        bank.today("2027-04-15");
        JsonPath first = bank.run("2027-04-15");
        int chunks = first.getInt("chunks");
        assertEquals(1, count("bill", early));

        List<UUID> late = new ArrayList<>();
        bank.today("2027-03-20");
        for (int i = 0; i < 5; i++) {
            late.add(bank.lend(UUID.randomUUID(), "2027-03-20", "2027-04-15", "0.0000"));
        }
        bank.today("2027-04-15");
        JsonPath again = bank.run("2027-04-15");

        assertEquals(first.getString("id"), again.getString("id"));
        assertEquals(chunks, again.getInt("chunks"));
        late.forEach(loan -> assertEquals(1, count("bill", loan)));
        assertEquals(1, count("bill", early));
    }

    @Test
    void loansThatWaitForARateAreDoneWhenItIsHeardOf() {
        var bank = new Bank(neighbours, outside);
        bank.today("2031-11-22");
        UUID loan = bank.lend(UUID.randomUUID(), "2031-11-22", "2031-12-22", "0.0000");
        forgetRates();
        bank.today("2032-01-23");

        JsonPath run = bank.run("2032-01-23");
        assertEquals(true, run.getInt("missing") >= 1);

        bank.publishLpr("2031-12-22", "0.0300");
        Awaitility.await("both instalments billed").until(() -> count("bill", loan) == 2);
    }

    @Test
    void remindsOnceThreeDaysBeforeAndOnceTheDayBefore() {
        var bank = new Bank(neighbours, outside);
        bank.today("2033-05-01");
        List<UUID> loans = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            loans.add(bank.lend(UUID.randomUUID(), "2033-05-01", "2033-06-05", "0.0000"));
        }

        for (String date : List.of("2033-06-02", "2033-06-02", "2033-06-03", "2033-06-04", "2033-06-04")) {
            reminding.remind(LocalDate.parse(date)).await().indefinitely();
        }

        for (UUID loan : loans) {
            neighbours.awaitEvent("anju.instalment.upcoming.v1", loan.toString());
            assertEquals(Map.of(3, 1L, 1, 1L), reminded(loan));
        }
    }

    /** Nobody was there on the days of the reminders: each is made up for as long as its instalment is ahead, once. */
    @Test
    void makesUpForTheRemindersOfDaysThatWereMissed() {
        var bank = new Bank(neighbours, outside);
        bank.today("2035-05-01");
        UUID first = bank.lend(UUID.randomUUID(), "2035-05-01", "2035-06-05", "0.0000");
        UUID second = bank.lend(UUID.randomUUID(), "2035-05-01", "2035-06-06", "0.0000");
        UUID third = bank.lend(UUID.randomUUID(), "2035-05-01", "2035-06-07", "0.0000");

        // The 1st, then a jump over the 2nd and the 3rd to the 4th: a day, two and three before they fall due.
        for (String date : List.of("2035-06-01", "2035-06-04", "2035-06-04", "2035-06-05", "2035-06-06")) {
            reminding.remind(LocalDate.parse(date)).await().indefinitely();
        }

        neighbours.awaitEvent("anju.instalment.upcoming.v1", third.toString());
        assertEquals(Map.of(1, 1L), reminded(first));
        assertEquals(Map.of(2, 1L, 1, 1L), reminded(second));
        assertEquals(Map.of(3, 1L, 1, 1L), reminded(third));
    }

    /** How often it was told, by the days that were left. */
    private Map<Integer, Long> reminded(UUID loan) {
        return select(
                        "select cast(cast(data as json) ->> 'daysLeft' as int), count(*) from outbox_event"
                                + " where type = 'anju.instalment.upcoming.v1' and subject = $1 group by 1",
                        loan.toString())
                .stream()
                .collect(Collectors.toMap(row -> (Integer) row[0], row -> (Long) row[1]));
    }

    @Test
    void remindersThatAWorkerDiedOverAreToldByAnother() {
        var bank = new Bank(neighbours, outside);
        bank.today("2034-05-01");
        UUID loan = bank.lend(UUID.randomUUID(), "2034-05-01", "2034-06-05", "0.0000");
        var date = LocalDate.parse("2034-06-04");
        var taken = new CompletableFuture<Void>();
        var dies = new CompletableFuture<Void>();
        var reminder = new Reminder(date, 1);
        transactions.run(tx -> reminders.begin(tx, reminder)).await().indefinitely();
        var holder = transactions
                .run(tx -> reminders
                        .take(tx, reminder, 10)
                        .invoke(() -> taken.complete(null))
                        .call(() -> Uni.createFrom().completionStage(dies)))
                .subscribeAsCompletionStage();
        taken.join();

        assertEquals(false, reminding.remind(date).await().indefinitely());
        dies.completeExceptionally(new IllegalStateException("died"));
        assertThrows(CompletionException.class, holder::join);

        assertEquals(true, reminding.remind(date).await().indefinitely());
        neighbours.awaitEvent("anju.instalment.upcoming.v1", loan.toString());
    }

    private void forgetRates() {
        transactions.run(tx -> tx.update("delete from reference_rate")).await().indefinitely();
    }

    private long count(String table, UUID loan) {
        return (Long) select("select count(*) from " + table + " where loan_id = $1", loan)
                .getFirst()[0];
    }

    private List<Object[]> select(String sql, Object value) {
        return transactions.run(tx -> tx.select(sql, value)).await().indefinitely();
    }
}
