package io.anju.repayment.duerun.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which reminders are due by a day. */
class ReminderTest {

    private static final LocalDate TENTH = LocalDate.of(2026, 12, 10);

    @Test
    void ofEachDueDateTheLatestThatIsDueByThen() {
        assertEquals(
                List.of(
                        new Reminder(TENTH, 1),
                        new Reminder(TENTH.minusDays(1), 3),
                        new Reminder(TENTH, 3),
                        new Reminder(TENTH.minusDays(3), 7),
                        new Reminder(TENTH.minusDays(2), 7),
                        new Reminder(TENTH.minusDays(1), 7),
                        new Reminder(TENTH, 7)),
                Reminder.dueBy(TENTH, List.of(3, 1, 7)));
        assertEquals(
                List.of(1, 2, 3, 4, 5, 6, 7),
                Reminder.dueBy(TENTH, List.of(3, 1, 7)).stream()
                        .map(reminder -> reminder.daysLeftOn(TENTH))
                        .toList());
    }

    @Test
    void noneWhereNobodyIsToBeReminded() {
        assertEquals(List.of(), Reminder.dueBy(TENTH, List.of()));
    }
}
