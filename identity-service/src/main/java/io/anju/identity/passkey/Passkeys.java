package io.anju.identity.passkey;

import io.anju.identity.model.Level;
import io.anju.identity.party.CustomerVerified;
import io.anju.identity.party.Customers;
import io.anju.identity.party.Standing;
import io.anju.identity.party.Standings;
import io.anju.identity.passkey.PasskeyChanged.Change;
import io.anju.identity.passkey.model.Passkey;
import io.anju.identity.passkey.model.PasskeyRefusal;
import io.anju.kernel.result.Result;
import io.anju.kit.event.Outbox;
import io.anju.kit.id.Ids;
import io.anju.kit.time.BusinessClock;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Enrolling, listing and revoking passkeys. A customer is at {@link Level#L3} while they have one. */
@ApplicationScoped
public class Passkeys {

    private static final int CHALLENGE_BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final PasskeyStore store;
    private final Ceremonies ceremonies;
    private final Standings standings;
    private final Customers customers;
    private final Outbox outbox;
    private final PasskeyWatch watch;
    private final PasskeyEvents events;
    private final PasskeyConfig config;
    private final Ids ids;
    private final BusinessClock clock;

    Passkeys(
            PasskeyStore store,
            Ceremonies ceremonies,
            Standings standings,
            Customers customers,
            Outbox outbox,
            PasskeyWatch watch,
            PasskeyEvents events,
            PasskeyConfig config,
            Ids ids,
            BusinessClock clock) {
        this.store = store;
        this.ceremonies = ceremonies;
        this.standings = standings;
        this.customers = customers;
        this.outbox = outbox;
        this.watch = watch;
        this.events = events;
        this.config = config;
        this.ids = ids;
        this.clock = clock;
    }

    /** Opens an enrolment; the challenge in the options is good for one answer. */
    public Uni<CreationOptions> open(Tx tx, UUID personId) {
        byte[] challenge = new byte[CHALLENGE_BYTES];
        random.nextBytes(challenge);
        String text = Options.base64(challenge);
        return store.openChallenge(tx, personId, text, clock.now().plus(config.timeout()))
                .flatMap(opened -> Uni.combine()
                        .all()
                        .unis(standings.get(tx, personId), enrolled(tx, personId))
                        .usingConcurrencyOf(1)
                        .with((person, existing) -> Options.creation(config, person, existing, text)));
    }

    /** Keeps an enrolment open while the act that ends it waits: what the device answered is good until then. */
    public Uni<Void> keepOpen(Tx tx, UUID personId, Instant until) {
        return store.keepChallenge(tx, personId, clock.now(), until);
    }

    /**
     * Enrols what the authenticator answered.
     *
     * @param responseJson {@code RegistrationResponseJSON} as {@code toJSON()} gives it
     * @param name the person's own name for it
     */
    public Uni<Result<Passkey.Enrolled, PasskeyRefusal>> enrol(Tx tx, UUID personId, String responseJson, String name) {
        return enrolled(tx, personId).flatMap(existing -> {
            if (existing.size() >= config.most()) {
                return refused(new PasskeyRefusal.TooMany(config.most()));
            }
            return store.takeChallenge(tx, personId, clock.now())
                    .flatMap(challenge -> challenge.isEmpty()
                            ? refused(new PasskeyRefusal.NoChallengeOpen())
                            : check(
                                    tx,
                                    personId,
                                    name,
                                    ceremonies.checkRegistration(responseJson, challenge.get(), clock.now())));
        });
    }

    private Uni<Result<Passkey.Enrolled, PasskeyRefusal>> check(
            Tx tx, UUID personId, String name, Result<Ceremonies.NewCredential, PasskeyRefusal> checked) {
        return switch (checked) {
            case Result.Refused<Ceremonies.NewCredential, PasskeyRefusal>(var refusal) -> refused(refusal);
            case Result.Ok<Ceremonies.NewCredential, PasskeyRefusal>(var fresh) ->
                add(tx, enrolled(personId, name, fresh));
        };
    }

    private Uni<Result<Passkey.Enrolled, PasskeyRefusal>> add(Tx tx, Passkey.Enrolled passkey) {
        return store.add(tx, passkey)
                .flatMap(added -> added
                        ? standings
                                .get(tx, passkey.credential().personId())
                                .flatMap(person -> bind(tx, person))
                                .flatMap(bound -> events.tell(tx, passkey.credential(), Change.ENROLLED))
                                .replaceWith(Result.ok(passkey))
                        : refused(new PasskeyRefusal.EnrolledAlready()));
    }

    private Uni<Void> bind(Tx tx, Standing person) {
        if (person.staff() || person.level().reaches(Level.L3)) {
            return Uni.createFrom().voidItem();
        }
        return customers
                .raise(tx, person.personId(), Level.L3)
                .flatMap(raised -> outbox.append(tx, new CustomerVerified(person.personId(), Level.L3).event()));
    }

    /** Usable and revoked ones, oldest first. */
    public Uni<List<Passkey>> list(Tx tx, UUID personId) {
        return store.list(tx, personId);
    }

    /** The options with which this person proves one act. */
    public Uni<RequestOptions> requestOptions(Tx tx, UUID personId, String challenge) {
        return enrolled(tx, personId).map(allowed -> Options.request(config, allowed, challenge));
    }

    /** The options with which anybody signs in. */
    public RequestOptions discoverableOptions(String challenge) {
        return Options.request(config, List.of(), challenge);
    }

    /** Gives one another name; empty when the person has no such passkey that is usable. */
    public Uni<Optional<Passkey>> rename(Tx tx, UUID personId, UUID passkeyId, String name) {
        return find(tx, personId, passkeyId)
                .flatMap(found -> found.isEmpty()
                        ? Uni.createFrom().item(Optional.<Passkey>empty())
                        : store.rename(tx, passkeyId, name).flatMap(renamed -> find(tx, personId, passkeyId)));
    }

    private Uni<Optional<Passkey>> find(Tx tx, UUID personId, UUID passkeyId) {
        return enrolled(tx, personId)
                .map(all -> all.stream()
                        .filter(passkey -> passkey.credential().id().equals(passkeyId))
                        .findFirst());
    }

    public Uni<Optional<PasskeyRefusal>> revoke(Tx tx, UUID personId, UUID passkeyId) {
        return find(tx, personId, passkeyId)
                .flatMap(found -> found.isEmpty()
                        ? Uni.createFrom().item(Optional.of(new PasskeyRefusal.NotFound()))
                        : store.save(tx, ((Passkey.Enrolled) found.get()).revoke(clock.now()))
                                .flatMap(saved -> watch.revoked(
                                        tx, personId, found.get().credential().credentialId()))
                                .flatMap(saved -> events.tell(tx, found.get().credential(), Change.REVOKED))
                                .replaceWith(Optional.empty()));
    }

    /** Revokes every passkey of a person and ends the enrolment that is open; how many there were. */
    public Uni<Integer> revokeAll(Tx tx, UUID personId) {
        return store.revokeAll(tx, personId, clock.now())
                .call(revoked -> store.dropChallenge(tx, personId))
                .call(revoked -> watch.allRevoked(tx, personId));
    }

    private Uni<List<Passkey>> enrolled(Tx tx, UUID personId) {
        return store.list(tx, personId)
                .map(all ->
                        all.stream().filter(Passkey.Enrolled.class::isInstance).toList());
    }

    private Passkey.Enrolled enrolled(UUID personId, String name, Ceremonies.NewCredential fresh) {
        var credential = new Passkey.Credential(
                ids.next(),
                personId,
                fresh.credentialId(),
                fresh.publicKey(),
                fresh.algorithm(),
                fresh.aaguid(),
                fresh.backupEligible(),
                fresh.transports(),
                fresh.attestation());
        return new Passkey.Enrolled(
                credential,
                name,
                fresh.signCount(),
                fresh.backedUp(),
                clock.now(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static <T> Uni<Result<T, PasskeyRefusal>> refused(PasskeyRefusal refusal) {
        return Uni.createFrom().item(Result.refused(refusal));
    }
}
