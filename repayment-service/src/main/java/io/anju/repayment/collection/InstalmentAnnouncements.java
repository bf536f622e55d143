package io.anju.repayment.collection;

import io.anju.kernel.schedule.Instalment;
import io.anju.kit.event.DomainEvent;
import io.anju.repayment.collection.model.Bill;
import io.anju.repayment.collection.model.BillFacts;
import io.anju.repayment.rail.model.Instruction;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What others are told of an instalment. Amounts in fen. */
public final class InstalmentAnnouncements {

    /** Why an instalment is overdue of which no debit has told more. */
    public static final String NOT_PAID = "NOT_PAID";

    /** Why an instalment is overdue whose borrower has stopped its automatic debit. */
    public static final String DEBIT_STOPPED = "DEBIT_STOPPED";

    private InstalmentAnnouncements() {}

    /**
     * Data of {@code anju.instalment.upcoming.v1}: it falls due in {@code daysLeft} days; its amount as it stands.
     *
     * @param byHand whether the borrower has stopped its automatic debit
     */
    @RegisterForReflection
    public record Upcoming(
            UUID loanId, UUID customerId, int number, LocalDate dueDate, long amount, int daysLeft, boolean byHand) {}

    /**
     * Data of {@code anju.instalment.due.v1}: it is billed and will be debited.
     *
     * @param byHand whether it will not, since the borrower has stopped its automatic debit
     */
    @RegisterForReflection
    public record Due(UUID loanId, UUID customerId, int number, LocalDate dueDate, long amount, boolean byHand) {}

    /**
     * Data of {@code anju.instalment.paid.v1}: it is paid in full.
     *
     * @param last4 of the card that paid the last of it; null for anything else
     */
    @RegisterForReflection
    public record Paid(
            UUID loanId,
            UUID customerId,
            int number,
            LocalDate date,
            long amount,
            @Nullable String last4) {}

    /**
     * Data of {@code anju.instalment.part-paid.v1}: its debit took what was there, {@code amount}; {@code left} is owed still
     * and will be debited again.
     *
     * @param last4 of the card that was debited; null where the order does not say
     */
    @RegisterForReflection
    public record PartPaid(
            UUID loanId,
            UUID customerId,
            int number,
            LocalDate dueDate,
            LocalDate date,
            long amount,
            long left,
            @Nullable String last4) {}

    /**
     * Data of {@code anju.instalment.overdue.v1}: its grace is over, and it is not paid.
     *
     * @param last4 of the card whose debit has just failed; null for anything else
     */
    @RegisterForReflection
    public record Overdue(
            UUID loanId,
            UUID customerId,
            int number,
            LocalDate dueDate,
            long amount,
            String reason,
            @Nullable String last4) {}

    /** It falls due soon. */
    public static DomainEvent upcoming(UUID loanId, UUID customerId, Instalment next, int daysLeft, boolean byHand) {
        return new DomainEvent(
                "anju.instalment.upcoming.v1",
                loanId.toString(),
                new Upcoming(loanId, customerId, next.number(), next.dueDate(), next.amount(), daysLeft, byHand));
    }

    /** Billed, to be debited or paid by hand. */
    public static DomainEvent due(UUID customerId, BillFacts of, boolean byHand) {
        return event(
                "anju.instalment.due.v1",
                of,
                new Due(of.loanId(), customerId, of.number(), of.dueDate(), of.amount(), byHand));
    }

    /** Paid in full, not from a card alone. */
    public static DomainEvent paid(UUID customerId, Bill.Paid what) {
        return paid(customerId, what, Optional.empty());
    }

    /** Paid in full, the last of it from this card. */
    public static DomainEvent paid(UUID customerId, Bill.Paid what, Optional<String> last4) {
        BillFacts of = what.facts();
        return event(
                "anju.instalment.paid.v1",
                of,
                new Paid(of.loanId(), customerId, of.number(), what.on(), what.amount(), last4.orElse(null)));
    }

    /** This debit took a part of it: {@code amount}; {@code left} is still owed. */
    public static DomainEvent partPaid(UUID customerId, BillFacts of, Instruction debit, long amount, long left) {
        return event(
                "anju.instalment.part-paid.v1",
                of,
                new PartPaid(
                        of.loanId(),
                        customerId,
                        of.number(),
                        of.dueDate(),
                        debit.date(),
                        amount,
                        left,
                        debit.last4().orElse(null)));
    }

    /** Its grace is over; {@code amount} is still owed. */
    public static DomainEvent overdue(UUID customerId, BillFacts of, long amount, String reason) {
        return overdue(customerId, of, amount, reason, Optional.empty());
    }

    /** The same, after the debit of this card failed. */
    public static DomainEvent overdue(
            UUID customerId, BillFacts of, long amount, String reason, Optional<String> last4) {
        return event(
                "anju.instalment.overdue.v1",
                of,
                new Overdue(of.loanId(), customerId, of.number(), of.dueDate(), amount, reason, last4.orElse(null)));
    }

    private static DomainEvent event(String type, BillFacts of, Object data) {
        return new DomainEvent(type, of.loanId().toString(), data);
    }
}
