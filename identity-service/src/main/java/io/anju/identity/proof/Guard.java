package io.anju.identity.proof;

import io.anju.identity.model.Phone;
import io.anju.identity.model.ProofRefusal;
import io.anju.identity.proof.model.FailureCount;
import io.anju.kit.crypto.FieldCipher;
import io.anju.kit.failure.SurvivedFailures;
import io.anju.kit.time.BusinessClock;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

/**
 * The one guard in front of every way in and every grant: it counts failures per subject, slows them down and locks.
 *
 * <p>Ask before a proof is looked at; tell it what came of it. Everything it writes has to be kept although the proof is
 * refused.
 */
@ApplicationScoped
public class Guard {

    /** Whose failures are counted together. */
    public record Subject(String key) {

        private static final String PERSON = "person:";

        /** A known person, by whatever way they try. */
        public static Subject person(UUID id) {
            return new Subject(PERSON + id);
        }

        /** The person, if it is one. */
        Optional<UUID> personId() {
            return key.startsWith(PERSON)
                    ? Optional.of(UUID.fromString(key.substring(PERSON.length())))
                    : Optional.empty();
        }

        /** A client of the token endpoint. */
        public static Subject client(String id) {
            return new Subject("client:" + id);
        }
    }

    private static final String LOCKED =
            "【安居】您的账户因多次验证失败已暂时锁定30分钟。如非本人操作，请联系我们。Too many failed attempts: sign-in is locked for 30 minutes.";

    private final FailureCounts counts;
    private final SmsGateway gateway;
    private final SurvivedFailures failures;
    private final LockWatch watch;
    private final FieldCipher cipher;
    private final BusinessClock clock;

    Guard(
            FailureCounts counts,
            SmsGateway gateway,
            SurvivedFailures failures,
            LockWatch watch,
            FieldCipher cipher,
            BusinessClock clock) {
        this.counts = counts;
        this.gateway = gateway;
        this.failures = failures;
        this.watch = watch;
        this.cipher = cipher;
        this.clock = clock;
    }

    /** A phone that nobody has registered yet. */
    public Subject phone(Phone phone) {
        return new Subject("phone:" + hash(phone.digits()));
    }

    /**
     * Whoever comes from this address with what names nobody: a made-up token or code from the
     * counter, an unknown client or passkey. Many share an
     * address, so these failures are for {@link #slowDown} alone.
     */
    public Subject stranger(String address) {
        return new Subject("stranger:" + hash(address));
    }

    /** Empty when a proof may be tried now. */
    public Uni<Optional<ProofRefusal>> ask(Tx tx, Subject subject) {
        return counts.find(tx, subject.key()).map(found -> found.flatMap(count -> count.refuse(clock.now())));
    }

    /**
     * Counts a failure. The one that locks raises an alert and is told to the owner by SMS, whatever way the attempts
     * came.
     *
     * @param owner the phone of the person whose failures these are; empty where nobody can be told
     */
    public Uni<Void> failed(Tx tx, Subject subject, Optional<Phone> owner) {
        var now = clock.now();
        return counts.findForUpdate(tx, subject.key())
                .map(found -> found.map(count -> count.again(now)).orElseGet(() -> new FailureCount(1, now)))
                .call(count -> counts.save(tx, subject.key(), count))
                .flatMap(count -> count.failures() == FailureCount.LOCK
                        ? raise(tx, subject).flatMap(raised -> tell(owner))
                        : Uni.createFrom().voidItem());
    }

    /**
     * Counts a failure where nothing right is ever held up, since nobody guesses it: a key's signature, a token of 256 bits.
     * Only the failures slow one another down.
     *
     * @return why this failure is not even told from others, if it came too soon
     */
    public Uni<Optional<ProofRefusal>> slowDown(Tx tx, Subject subject) {
        return ask(tx, subject).call(blocked -> failed(tx, subject, Optional.empty()));
    }

    private Uni<Void> raise(Tx tx, Subject subject) {
        return subject.personId()
                .map(person -> watch.locked(tx, person))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    /** Best effort: a lock stands although the gateway is away. */
    private Uni<Void> tell(Optional<Phone> owner) {
        return owner.map(phone -> failures.survive("telling of a lock", gateway.send(phone, LOCKED)))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    /** A right proof clears the count. */
    public Uni<Void> succeeded(Tx tx, Subject subject) {
        return counts.remove(tx, subject.key());
    }

    private String hash(String clear) {
        return HexFormat.of().formatHex(cipher.lookupHash(clear, "failure_count.subject"));
    }
}
