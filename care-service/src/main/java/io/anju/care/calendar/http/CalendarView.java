package io.anju.care.calendar.http;

import io.anju.care.calendar.model.CalendarProposal;
import io.anju.care.calendar.model.CalendarProposal.Decided;
import io.anju.care.calendar.model.CalendarProposal.Proposed;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A proposed calendar, and what became of it.
 *
 * @param proposedBy the first officer
 * @param decidedBy who approved it, refused it or took it back; null while it waits
 * @param reason the second officer's; null while it waits
 */
@RegisterForReflection
public record CalendarView(
        UUID id,

        @Schema(enumeration = {"PROPOSED", "APPROVED", "REFUSED", "WITHDRAWN"})
        String state,

        int year,
        String source,
        List<DayOffBody> daysOff,
        List<LocalDate> makeUpDays,
        UUID proposedBy,
        Instant proposedAt,
        @Nullable UUID decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String reason) {

    static CalendarView of(CalendarProposal proposal) {
        return switch (proposal) {
            case Proposed open -> of(open, "PROPOSED", null, null, null);
            case Decided over -> of(over, over.outcome().name(), over.decidedBy(), over.decidedAt(), over.reason());
        };
    }

    private static CalendarView of(
            CalendarProposal proposal, String state, @Nullable UUID by, @Nullable Instant at, @Nullable String reason) {
        var calendar = proposal.calendar();
        return new CalendarView(
                proposal.id(),
                state,
                calendar.year(),
                calendar.source(),
                DayOffBody.of(calendar),
                calendar.makeUpDays(),
                proposal.proposedBy(),
                proposal.proposedAt(),
                by,
                at,
                reason);
    }
}
