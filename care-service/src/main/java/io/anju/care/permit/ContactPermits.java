package io.anju.care.permit;

import io.anju.care.agency.AgencyStanding;
import io.anju.care.agency.Vetting;
import io.anju.care.calendar.Calendars;
import io.anju.care.permit.model.ContactChannel;
import io.anju.care.permit.model.ContactDecision;
import io.anju.care.permit.model.ContactDecision.Permitted;
import io.anju.care.permit.model.ContactDecision.Refused;
import io.anju.kit.event.Outbox;
import io.anju.kit.id.Ids;
import io.anju.kit.time.BusinessClock;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/**
 * The decision whether a customer may be contacted: find, lock, gather, decide, record, sign.
 *
 * <p>The lock is taken before anything is read that another decision could change, so that two agencies in the same
 * moment are decided one after the other and a cap is never exceeded. Consent is read from the projection that
 * identity's events keep: a withdrawal counts from the moment its event is in, well within the minute for which a yes
 * may be remembered.
 */
@ApplicationScoped
public class ContactPermits {

    private final Vetting vetting;
    private final References references;
    private final ContactFiles files;
    private final Calendars calendars;
    private final PermitTokens tokens;
    private final PermitConfig config;
    private final Outbox outbox;
    private final PermitMeters meters;
    private final Ids ids;
    private final BusinessClock clock;

    ContactPermits(
            Vetting vetting,
            References references,
            ContactFiles files,
            Calendars calendars,
            PermitTokens tokens,
            PermitConfig config,
            Outbox outbox,
            PermitMeters meters,
            Ids ids,
            BusinessClock clock) {
        this.vetting = vetting;
        this.references = references;
        this.files = files;
        this.calendars = calendars;
        this.tokens = tokens;
        this.config = config;
        this.outbox = outbox;
        this.meters = meters;
        this.ids = ids;
        this.clock = clock;
    }

    /** @param client the OAuth client of the agency that asks */
    public Uni<ContactAnswer> ask(Tx tx, String client, ContactAsk ask) {
        return vetting.standing(tx, client, ask.request().purpose().name())
                .flatMap(agency -> agency.isEmpty()
                        ? unknownReference()
                        : references
                                .findCustomer(tx, agency.get().id(), ask.reference(), ask.campaign(), clock.now())
                                .flatMap(known -> known.isEmpty()
                                        ? unknownReference()
                                        : decide(tx, agency.get(), known.get(), ask)));
    }

    private static Uni<ContactAnswer> unknownReference() {
        return Uni.createFrom().item(new ContactAnswer.UnknownReference());
    }

    private Uni<ContactAnswer> decide(Tx tx, AgencyStanding agency, UUID customer, ContactAsk ask) {
        var day = ask.request().planned().toLocalDate();
        return files.lock(tx, customer)
                .flatMap(locked -> calendars.announcedAround(tx, day))
                .flatMap(calendar -> files.facts(tx, customer, agency, ask.request(), calendar.kindOf(day)))
                .map(facts -> ContactDecision.of(ask.request(), facts))
                .flatMap(decision -> keep(tx, agency, customer, ask, decision));
    }

    private Uni<ContactAnswer> keep(
            Tx tx, AgencyStanding agency, UUID customer, ContactAsk ask, ContactDecision decision) {
        var id = ids.next();
        return files.record(tx, id, customer, agency, ask, decision, clock.now())
                .flatMap(recorded -> switch (decision) {
                    case Permitted permitted -> grant(tx, id, agency, customer, ask, permitted);
                    case Refused refused -> refuse(tx, id, agency, customer, ask, refused);
                });
    }

    private Uni<ContactAnswer> grant(
            Tx tx, UUID id, AgencyStanding agency, UUID customer, ContactAsk ask, Permitted permitted) {
        var permit = new Permit(
                id,
                agency.clientId(),
                ask,
                permitted.window(),
                relayNumber(ask.request().channel()));
        return outbox.append(tx, ContactEvents.permitted(customer, id, agency.clientId(), ask.request()))
                .invoke(meters::granted)
                .map(told -> new ContactAnswer.Granted(permit, tokens.sign(permit)));
    }

    private Uni<ContactAnswer> refuse(
            Tx tx, UUID id, AgencyStanding agency, UUID customer, ContactAsk ask, Refused refused) {
        var code = refused.first().code();
        return outbox.append(tx, ContactEvents.refused(customer, id, agency.clientId(), ask.request(), code))
                .invoke(() -> meters.refused(refused.first()))
                .map(told -> new ContactAnswer.Refused(refused.first()));
    }

    private Optional<String> relayNumber(ContactChannel channel) {
        return switch (channel) {
            case CALL, SMS -> Optional.of(config.relayNumber());
            case EMAIL, LETTER -> Optional.empty();
        };
    }
}
