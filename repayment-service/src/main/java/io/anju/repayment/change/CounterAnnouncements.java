package io.anju.repayment.change;

import io.anju.kit.event.DomainEvent;
import io.anju.repayment.change.model.ChangeAsk;
import io.anju.repayment.change.model.CounterChange;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What others are told of changes at the counter. */
public final class CounterAnnouncements {

    private CounterAnnouncements() {}

    /** Data of {@code anju.loan.counter-change-opened.v1}: who is not at a counter now finds out that somebody is. */
    @RegisterForReflection
    public record Opened(UUID counterChangeId, UUID loanId, UUID customerId, ChangeAsk.Kind kind, UUID openedBy) {}

    /**
     * Data of {@code anju.loan.counter-change-decided.v1}: a second person has decided.
     *
     * @param granted conditions of the rule from which it was let off; none when it is declined
     * @param changeId the change of the loan; absent when it is declined
     */
    @RegisterForReflection
    public record Decided(
            UUID counterChangeId,
            UUID loanId,
            UUID customerId,
            ChangeAsk.Kind kind,
            boolean approved,
            List<String> granted,
            @Nullable UUID changeId,
            UUID openedBy,
            UUID decidedBy) {}

    static DomainEvent opened(CounterChange.Waiting change) {
        CounterChange.Opening of = change.opening();
        return new DomainEvent(
                "anju.loan.counter-change-opened.v1",
                of.loanId().toString(),
                new Opened(of.id(), of.loanId(), of.customerId(), of.ask().kind(), of.by()));
    }

    static DomainEvent decided(CounterChange.Decided change) {
        CounterChange.Opening of = change.opening();
        return new DomainEvent(
                "anju.loan.counter-change-decided.v1",
                of.loanId().toString(),
                new Decided(
                        of.id(),
                        of.loanId(),
                        of.customerId(),
                        of.ask().kind(),
                        change.isApproved(),
                        change.isApproved() ? of.unmet() : List.of(),
                        change.change().orElse(null),
                        of.by(),
                        change.by()));
    }
}
