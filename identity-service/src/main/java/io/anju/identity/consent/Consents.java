package io.anju.identity.consent;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.anju.identity.consent.model.ConsentRefusal;
import io.anju.identity.consent.model.Purpose;
import io.anju.identity.consent.model.Receipt;
import io.anju.identity.consent.model.Receipt.Decision;
import io.anju.kernel.result.Result;
import io.anju.kit.event.DomainEvent;
import io.anju.kit.event.Outbox;
import io.anju.kit.id.Ids;
import io.anju.kit.time.BusinessClock;
import io.anju.kit.tx.Tx;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Deciding about purposes. Every decision is told to the other services at once. */
@ApplicationScoped
public class Consents {

    /** {@code data} of {@code anju.customer.consent-changed.v1}. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @RegisterForReflection
    public record ConsentChanged(
            UUID customerId, String purpose, @Nullable String channel, boolean granted, UUID receiptId) {

        static DomainEvent event(Receipt receipt) {
            String channel = receipt.subject().channel();
            var data = new ConsentChanged(
                    receipt.customerId(),
                    receipt.subject().purpose(),
                    channel.isEmpty() ? null : channel,
                    receipt.granted(),
                    receipt.id());
            return new DomainEvent(
                    "anju.customer.consent-changed.v1", receipt.customerId().toString(), data);
        }
    }

    /** The catalogue and where the customer stands. */
    public record Overview(List<Purpose> purposes, List<Receipt> current) {}

    private final ConsentStore store;
    private final Outbox outbox;
    private final Ids ids;
    private final BusinessClock clock;

    Consents(ConsentStore store, Outbox outbox, Ids ids, BusinessClock clock) {
        this.store = store;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
    }

    public Uni<Overview> overview(Tx tx, UUID customerId) {
        return store.purposes(tx)
                .flatMap(purposes -> store.current(tx, customerId).map(current -> new Overview(purposes, current)));
    }

    /** Grants or refuses; both are receipted. */
    public Uni<Result<Receipt, ConsentRefusal>> decide(
            Tx tx, UUID customerId, String purpose, String channel, Decision decision) {
        return subject(tx, purpose, channel).flatMap(checked -> switch (checked) {
            case Result.Refused<Purpose.Subject, ConsentRefusal>(var refusal) -> refused(refusal);
            case Result.Ok<Purpose.Subject, ConsentRefusal>(var subject) ->
                keep(tx, new Receipt(ids.next(), customerId, subject, decision, clock.now()));
        });
    }

    /** Withdraws what was granted; as easy as granting, and it blocks no other service. */
    public Uni<Result<Receipt, ConsentRefusal>> withdraw(Tx tx, UUID customerId, String purpose, String channel) {
        return store.findCurrentForUpdate(tx, customerId, purpose, channel)
                .flatMap(current -> current.filter(Receipt::granted).isEmpty()
                        ? refused(new ConsentRefusal.NotGranted(purpose, channel))
                        : keep(
                                tx,
                                new Receipt(
                                        ids.next(),
                                        customerId,
                                        current.get().subject(),
                                        Decision.WITHDRAWN,
                                        clock.now())));
    }

    private Uni<Result<Purpose.Subject, ConsentRefusal>> subject(Tx tx, String purpose, String channel) {
        return store.findPurpose(tx, purpose)
                .map(found -> found.map(known -> known.decidedOn(channel))
                        .orElseGet(() -> Result.refused(new ConsentRefusal.PurposeUnknown(purpose))));
    }

    private Uni<Result<Receipt, ConsentRefusal>> keep(Tx tx, Receipt receipt) {
        return store.add(tx, receipt)
                .flatMap(added -> outbox.append(tx, ConsentChanged.event(receipt)))
                .replaceWith(Result.ok(receipt));
    }

    private static Uni<Result<Receipt, ConsentRefusal>> refused(ConsentRefusal refusal) {
        return Uni.createFrom().item(Result.refused(refusal));
    }
}
