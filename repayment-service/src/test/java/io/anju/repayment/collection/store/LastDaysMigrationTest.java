package io.anju.repayment.collection.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.anju.kit.calendar.PublicHolidays;
import io.anju.repayment.PostgresForTests;
import io.anju.repayment.collection.model.Bill;
import io.anju.repayment.loan.model.SomeConditions;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Loans and bills from before: agreed on by the figures of then, in time on the next working day where nobody was told else. */
class LastDaysMigrationTest {

    private static final UUID LOAN = UUID.fromString("00000000-0000-7000-8000-000000000001");

    @Test
    void whatIsDueOnAHolidayIsInTimeOnTheNextWorkingDay() throws SQLException {
        try (var database = PostgresForTests.start(1, "32")) {
            try (var before = database.connect();
                    var statement = before.createStatement()) {
                statement.execute("""
                        INSERT INTO loan (id, customer_id, application_id, contract_id, tranche, state, principal,
                                          annual_rate, months, method, start_date, first_due_date, due_day, payee)
                        VALUES ('%1$s', '%1$s', '%1$s', '%1$s', 1, 'OPENING', 1000, 0.035, 12, 'EQUAL_INSTALMENT',
                                '2026-08-01', '2026-09-01', 1, 'escrow')
                        """.formatted(LOAN));
                // A Saturday that was told to be overdue, National Day, a Sunday, and a Monday.
                statement.execute("""
                        INSERT INTO bill (loan_id, number, due_date, principal, interest, rate, state, principal_open,
                                          interest_open, penalty_open, charged_to, seen_to)
                        SELECT '%s', n, due::date, 80, 20, 0.035, state, 80, 20, 0, due::date, due::date
                        FROM (VALUES (1, '2026-08-01', 'OVERDUE'), (2, '2026-10-01', 'DUE'), (3, '2026-11-01', 'DUE'),
                                     (4, '2026-11-02', 'DUE')) billed (n, due, state)
                        """.formatted(LOAN));
            }
            database.migrate();

            List<Bill> bills = database.run(tx -> new PgBills().listOfLoan(tx, LOAN))
                    .await()
                    .indefinitely();

            assertEquals(
                    List.of("2026-08-01", "2026-10-08", "2026-11-02", "2026-11-02"),
                    bills.stream()
                            .map(bill -> bill.facts().lastInTime().toString())
                            .toList());
            bills.forEach(bill -> assertEquals(
                    SomeConditions.USUAL.late().rule(), bill.facts().late()));
            // Nothing has gathered yet: it does from the last day in time on.
            assertEquals(
                    LocalDate.of(2026, 10, 8),
                    ((Bill.Unpaid) bills.get(1)).open().gathered().to());
        }
    }

    @Test
    void theCalendarKnowsHolidaysAndTheDaysWorkedInstead() throws SQLException {
        try (var database = PostgresForTests.start(1)) {
            var calendar = database.run(tx -> new PublicHolidays().around(tx, LocalDate.of(2026, 6, 1)))
                    .await()
                    .indefinitely();

            assertEquals(LocalDate.of(2026, 10, 8), calendar.onOrAfter(LocalDate.of(2026, 10, 1)));
            // 春节 2026: Saturday the 14th is worked, the holiday begins on the 15th.
            assertEquals(LocalDate.of(2026, 2, 14), calendar.onOrAfter(LocalDate.of(2026, 2, 14)));
            assertEquals(LocalDate.of(2026, 2, 24), calendar.onOrAfter(LocalDate.of(2026, 2, 15)));
            assertEquals(LocalDate.of(2026, 12, 28), calendar.onOrAfter(LocalDate.of(2026, 12, 26)));
        }
    }
}
