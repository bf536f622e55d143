package io.anju.care.permit;

import io.anju.care.agency.Vetting;
import io.anju.care.inbox.Inbox;
import io.anju.care.inbox.Notice;
import io.anju.care.permit.ContactFiles.Held;
import io.anju.care.permit.model.ContactChannel;
import io.anju.care.permit.model.ContactOutcome;
import io.anju.care.permit.model.ContactPurpose;
import io.anju.care.permit.model.OutcomeRefusal;
import io.anju.kernel.result.Result;
import io.anju.kit.event.Outbox;
import io.anju.kit.id.Ids;
import io.anju.kit.time.BusinessClock;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What comes after a decision: the outcome that an agency reports, and the customer's own "not again". */
@ApplicationScoped
public class ContactOutcomes {

    private final Vetting vetting;
    private final ContactFiles files;
    private final ContactBlocks blocks;
    private final Inbox inbox;
    private final Outbox outbox;
    private final Ids ids;
    private final BusinessClock clock;

    ContactOutcomes(
            Vetting vetting,
            ContactFiles files,
            ContactBlocks blocks,
            Inbox inbox,
            Outbox outbox,
            Ids ids,
            BusinessClock clock) {
        this.vetting = vetting;
        this.files = files;
        this.blocks = blocks;
        this.inbox = inbox;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
    }

    /** The agency reports how a permitted contact went; "not again" holds from this transaction on, for everybody. */
    public Uni<Result<ContactOutcome, OutcomeRefusal>> report(
            Tx tx, String client, UUID permit, ContactOutcome outcome) {
        return vetting.find(tx, client)
                .flatMap(agency -> agency.isEmpty()
                        ? Uni.createFrom().item(Optional.<Held>empty())
                        : files.findPermit(tx, agency.get(), permit))
                .flatMap(held -> held.isEmpty()
                        ? refused(new OutcomeRefusal.UnknownPermit())
                        : report(tx, client, permit, held.get(), outcome));
    }

    private Uni<Result<ContactOutcome, OutcomeRefusal>> report(
            Tx tx, String client, UUID permit, Held held, ContactOutcome outcome) {
        if (outcome.attempted() && clock.now().isBefore(held.request().plannedAt())) {
            return refused(new OutcomeRefusal.NotYetUsable(held.request().plannedAt()));
        }
        return files.report(tx, permit, held.customer(), outcome, clock.now())
                .flatMap(first -> first
                        ? tell(tx, client, permit, held, outcome).replaceWith(Result.ok(outcome))
                        : refused(new OutcomeRefusal.AlreadyReported()));
    }

    private Uni<Void> tell(Tx tx, String client, UUID permit, Held held, ContactOutcome outcome) {
        var told = outcome.attempted()
                ? outbox.append(tx, ContactEvents.made(held.customer(), permit, client, held.request(), outcome.name()))
                : Uni.createFrom().voidItem();
        return outcome == ContactOutcome.DO_NOT_CONTACT_AGAIN ? told.chain(() -> refuse(tx, held, permit)) : told;
    }

    private Uni<Void> refuse(Tx tx, Held held, UUID permit) {
        var request = held.request();
        return refuse(tx, held.customer(), request.purpose(), request.channel(), Optional.of(permit));
    }

    /** The customer refuses a purpose by a channel in the app. */
    public Uni<Void> refuse(Tx tx, UUID customer, ContactPurpose purpose, ContactChannel channel) {
        return refuse(tx, customer, purpose, channel, Optional.empty());
    }

    private Uni<Void> refuse(
            Tx tx, UUID customer, ContactPurpose purpose, ContactChannel channel, Optional<UUID> decision) {
        var notice = new Notice.ContactRefusalNoted(ids.next(), purpose.name(), channel.name());
        return blocks.refuse(tx, customer, purpose, channel, clock.now(), decision)
                .chain(() -> inbox.tell(tx, customer, notice));
    }

    /** Every contact asked for about the customer, permitted or not, newest first. */
    public Uni<List<ContactRecord>> list(Tx tx, UUID customer, Optional<UUID> before, int limit) {
        return files.list(tx, customer, before, limit);
    }

    /**
     * The staff who had a part in a contact: who gave the agency the customer's reference, who proposed and vetted the
     * agency. Empty when the customer has no such contact.
     */
    public Uni<Optional<Set<UUID>>> involved(Tx tx, UUID customer, UUID contact) {
        return files.involved(tx, customer, contact);
    }

    private static Uni<Result<ContactOutcome, OutcomeRefusal>> refused(OutcomeRefusal refusal) {
        return Uni.createFrom().item(Result.refused(refusal));
    }
}
