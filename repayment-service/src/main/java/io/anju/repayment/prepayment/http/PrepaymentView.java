package io.anju.repayment.prepayment.http;

import io.anju.repayment.prepayment.model.OverdueBill;
import io.anju.repayment.prepayment.model.Prepayment;
import io.anju.repayment.prepayment.model.Way;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An offer taken, and what became of it.
 *
 * @param overdue fen of instalments that are unpaid, which are paid first
 * @param total fen, all that is debited
 * @param date on which it is debited
 * @param reason the rail's code when the debit failed, or why the quote could not be honoured on its date
 */
@RegisterForReflection
public record PrepaymentView(
        UUID id,
        UUID quote,
        Way option,
        LocalDate date,
        long overdue,
        long principal,
        long total,
        Instant createdAt,
        State state,
        @Nullable String reason) {

    /** Whether the money moved and the loan changed. */
    public enum State {
        /** Its debit is ordered on its date; until then it can be cancelled. */
        SCHEDULED,
        CANCELLED,
        PENDING,
        DONE,
        /** It was done, and the money was taken back. */
        REVERSED,
        FAILED
    }

    static PrepaymentView of(Prepayment prepayment) {
        return switch (prepayment) {
            case Prepayment.Scheduled scheduled -> of(scheduled, State.SCHEDULED, null);
            case Prepayment.Cancelled cancelled -> of(cancelled, State.CANCELLED, null);
            case Prepayment.Pending pending -> of(pending, State.PENDING, null);
            case Prepayment.Done done -> of(done, State.DONE, null);
            case Prepayment.Reversed reversed -> of(reversed, State.REVERSED, null);
            case Prepayment.Failed failed -> of(failed, State.FAILED, failed.reason());
        };
    }

    private static PrepaymentView of(Prepayment prepayment, State state, @Nullable String reason) {
        var quote = prepayment.quote();
        return new PrepaymentView(
                prepayment.id(),
                quote.id(),
                quote.way(),
                quote.date(),
                OverdueBill.total(quote.overdue()),
                quote.principal(),
                quote.total(),
                prepayment.createdAt(),
                state,
                reason);
    }
}
