package io.anju.repayment.collection;

import io.anju.kernel.schedule.Instalment;
import io.anju.kit.event.DomainEvent;
import io.anju.repayment.collection.model.Bill;
import io.anju.repayment.collection.model.BillFacts;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;
import java.util.UUID;

/** What others are told of an instalment. Amounts in fen. */
public final class InstalmentAnnouncements {

    /** Why an instalment is overdue of which no debit has told more. */
    public static final String NOT_PAID = "NOT_PAID";

    private InstalmentAnnouncements() {}

    /** Data of {@code anju.instalment.upcoming.v1}: it falls due in {@code daysLeft} days; its amount as it stands. */
    @RegisterForReflection
    public record Upcoming(UUID loanId, UUID customerId, int number, LocalDate dueDate, long amount, int daysLeft) {}

    /** Data of {@code anju.instalment.due.v1}: it is billed and will be debited. */
    @RegisterForReflection
    public record Due(UUID loanId, UUID customerId, int number, LocalDate dueDate, long amount) {}

    /** Data of {@code anju.instalment.paid.v1}: it is paid in full. */
    @RegisterForReflection
    public record Paid(UUID loanId, UUID customerId, int number, LocalDate date, long amount) {}

    /**
     * Data of {@code anju.instalment.part-paid.v1}: its debit took what was there, {@code amount}; {@code left} is owed still
     * and will be debited again.
     */
    @RegisterForReflection
    public record PartPaid(
            UUID loanId, UUID customerId, int number, LocalDate dueDate, LocalDate date, long amount, long left) {}

    /** Data of {@code anju.instalment.overdue.v1}: its grace is over, and it is not paid. */
    @RegisterForReflection
    public record Overdue(UUID loanId, UUID customerId, int number, LocalDate dueDate, long amount, String reason) {}

    /** It falls due soon. */
    public static DomainEvent upcoming(UUID loanId, UUID customerId, Instalment next, int daysLeft) {
        return new DomainEvent(
                "anju.instalment.upcoming.v1",
                loanId.toString(),
                new Upcoming(loanId, customerId, next.number(), next.dueDate(), next.amount(), daysLeft));
    }

    /** Billed. */
    public static DomainEvent due(UUID customerId, BillFacts of) {
        return event(
                "anju.instalment.due.v1", of, new Due(of.loanId(), customerId, of.number(), of.dueDate(), of.amount()));
    }

    /** Paid in full. */
    public static DomainEvent paid(UUID customerId, Bill.Paid what) {
        BillFacts of = what.facts();
        return event(
                "anju.instalment.paid.v1",
                of,
                new Paid(of.loanId(), customerId, of.number(), what.on(), what.amount()));
    }

    /** A debit took a part of it on a day: {@code amount}; {@code left} is still owed. */
    public static DomainEvent partPaid(UUID customerId, BillFacts of, LocalDate date, long amount, long left) {
        return event(
                "anju.instalment.part-paid.v1",
                of,
                new PartPaid(of.loanId(), customerId, of.number(), of.dueDate(), date, amount, left));
    }

    /** Its grace is over; {@code amount} is still owed. */
    public static DomainEvent overdue(UUID customerId, BillFacts of, long amount, String reason) {
        return event(
                "anju.instalment.overdue.v1",
                of,
                new Overdue(of.loanId(), customerId, of.number(), of.dueDate(), amount, reason));
    }

    private static DomainEvent event(String type, BillFacts of, Object data) {
        return new DomainEvent(type, of.loanId().toString(), data);
    }
}
