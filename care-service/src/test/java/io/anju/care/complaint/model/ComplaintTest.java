package io.anju.care.complaint.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.anju.kernel.calendar.BusinessDays;
import io.anju.kernel.result.Result;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who may take which step of a complaint. */
class ComplaintTest {

    private static final LocalDate RECEIVED = LocalDate.parse("2026-11-02");
    private static final LegalClock CLOCK = new LegalClock(15, 30, 30, BusinessDays.WEEKENDS);

    private final UUID officer = UUID.randomUUID();
    private final UUID colleague = UUID.randomUUID();
    private final UUID involved = UUID.randomUUID();
    private final Complaint.Open open = new Complaint.Open(
            new ComplaintFile(
                    UUID.randomUUID(),
                    Kind.COMPLAINT,
                    About.CONTACT,
                    Optional.empty(),
                    "they called at night",
                    RECEIVED,
                    Set.of(involved)),
            CLOCK.first(RECEIVED));

    @Test
    void isAnsweredByAnybodyWhoHadNoPart() {
        var answered = ok(open.answer(officer, Outcome.UPHELD, "You are right."));

        assertEquals(Outcome.UPHELD, answered.outcome());
    }

    @Test
    void isNotAnsweredByWhoeverHadAPart() {
        assertEquals("RECUSED", code(open.answer(involved, Outcome.NOT_UPHELD, "no")));
    }

    @Test
    void isNotAnsweredByWhoeverSteppedAside() {
        var stepped = open.recuse(officer);

        assertEquals("RECUSED", code(stepped.answer(officer, Outcome.NOT_UPHELD, "no")));
    }

    @Test
    void keepsWhoIsInvolvedWhenExtended() {
        var extended = ok(open.extend(officer, CLOCK, RECEIVED));

        assertEquals("RECUSED", code(extended.answer(involved, Outcome.NOT_UPHELD, "no")));
    }

    @Test
    void getsNoMoreTimeFromWhoeverIsInvolved() {
        assertEquals("RECUSED", code(open.extend(involved, CLOCK, RECEIVED)));
        assertEquals("RECUSED", code(ok(open.extend(officer, CLOCK, RECEIVED)).approveMore(involved, CLOCK, RECEIVED)));
    }

    @Test
    void getsMoreTimeFromTwoPeopleOnly() {
        var extended = ok(open.extend(officer, CLOCK, RECEIVED));

        assertEquals("SECOND_PERSON_NEEDED", code(extended.approveMore(officer, CLOCK, RECEIVED)));
        assertEquals(
                LocalDate.parse("2027-01-01"),
                ok(extended.approveMore(colleague, CLOCK, RECEIVED)).dueOn());
    }

    // Received on 2 November: due on the 17th, when complex on 2 December.
    @Test
    void getsMoreTimeOnTheLastDayAndNotAfterIt() {
        var lastDay = LocalDate.parse("2026-11-17");

        assertInstanceOf(Result.Ok.class, open.extend(officer, CLOCK, lastDay));
        assertEquals("COMPLAINT_OVERDUE", code(open.extend(officer, CLOCK, lastDay.plusDays(1))));
    }

    @Test
    void getsNoSecondExtensionOnceTheFirstHasRunOut() {
        var extended = ok(open.extend(officer, CLOCK, RECEIVED));
        var lastDay = LocalDate.parse("2026-12-02");

        assertInstanceOf(Result.Ok.class, extended.approveMore(colleague, CLOCK, lastDay));
        assertEquals("COMPLAINT_OVERDUE", code(extended.approveMore(colleague, CLOCK, lastDay.plusDays(1))));
    }

    @Test
    void isAnsweredLateAllTheSame() {
        assertEquals(true, open.isOverdue(LocalDate.parse("2026-11-18")));
        assertEquals(false, open.isOverdue(LocalDate.parse("2026-11-17")));
        assertInstanceOf(Result.Ok.class, open.answer(officer, Outcome.UPHELD, "You are right."));
    }

    private static <T> T ok(Result<T, ComplaintRefusal> result) {
        @SuppressWarnings("unchecked")
        var ok = (Result.Ok<T, ComplaintRefusal>) assertInstanceOf(Result.Ok.class, result);
        return ok.value();
    }

    private static String code(Result<?, ComplaintRefusal> result) {
        return ((ComplaintRefusal)
                        assertInstanceOf(Result.Refused.class, result).refusal())
                .code();
    }
}
