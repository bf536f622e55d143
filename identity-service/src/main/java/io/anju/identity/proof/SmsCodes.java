package io.anju.identity.proof;

import io.anju.identity.model.Phone;
import io.anju.identity.model.ProofRefusal;
import io.anju.identity.proof.model.SendingCaps;
import io.anju.identity.proof.model.SmsCode;
import io.anju.kernel.result.Result;
import io.anju.kit.crypto.FieldCipher;
import io.anju.kit.time.BusinessClock;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * One-time codes by SMS: {@link #prepare} inside the transaction that opens an operation, {@link SmsGateway#send} after it
 * is kept, {@link #check} when a code is typed. Only then is the try counted, so {@code check} has to be kept even when
 * it refuses.
 */
@ApplicationScoped
public class SmsCodes {

    /** What a code is asked for. */
    public enum Purpose {
        REGISTRATION(Reach.ANY_PHONE),
        SIGN_IN(Reach.ANY_PHONE),
        PHONE_CHANGE(Reach.ANY_PHONE),
        VERIFICATION(Reach.OWN_PHONE);

        private final Reach reach;

        Purpose(Reach reach) {
            this.reach = reach;
        }

        Reach reach() {
            return reach;
        }
    }

    /**
     * Whose phone a code can be sent to. What strangers can ask for has an allowance and a pause of its own: with one for all,
     * anybody could use up the codes that a signed-in customer needs. A phone to change to counts among those, since it is the
     * asker's only once the code was right.
     */
    enum Reach {
        /** Whichever number is typed in. */
        ANY_PHONE,
        /** The one of the account that is signed in. */
        OWN_PHONE;

        Set<Purpose> purposes() {
            return Arrays.stream(Purpose.values())
                    .filter(purpose -> purpose.reach == this)
                    .collect(Collectors.toCollection(() -> EnumSet.noneOf(Purpose.class)));
        }
    }

    /**
     * A code that is wanted.
     *
     * @param operation id of what it belongs to
     * @param address network address of the one who asks
     */
    public record Order(UUID operation, Purpose purpose, Phone phone, String address) {}

    private static final int CODES = 1_000_000;

    private final SecureRandom random = new SecureRandom();
    private final SmsCodeStore store;
    private final FieldCipher cipher;
    private final BusinessClock clock;
    private final ProofConfig config;

    SmsCodes(SmsCodeStore store, FieldCipher cipher, BusinessClock clock, ProofConfig config) {
        this.store = store;
        this.cipher = cipher;
        this.clock = clock;
        this.config = config;
    }

    /** The six digits to be sent, or why none are. */
    public Uni<Result<String, ProofRefusal>> prepare(Tx tx, Order order) {
        Instant now = clock.now();
        var key = new SmsCodeStore.Key(
                order.purpose(), hash(order.phone().digits(), "phone"), hash(order.address(), "address"));
        var reach = order.purpose().reach();
        return store.sentSince(tx, key, reach.purposes(), now)
                .map(sent -> caps(reach).refuse(sent, now))
                .flatMap(refusal -> refusal.isPresent()
                        ? Uni.createFrom().item(Result.refused(refusal.get()))
                        : add(tx, order.operation(), key, now));
    }

    private SendingCaps caps(Reach reach) {
        int perPhone = reach == Reach.OWN_PHONE ? config.perAccount() : config.perPhone();
        return new SendingCaps(config.pause(), perPhone, config.perAddress());
    }

    private Uni<Result<String, ProofRefusal>> add(Tx tx, UUID operation, SmsCodeStore.Key key, Instant now) {
        String code = "%06d".formatted(random.nextInt(CODES));
        var pending = new SmsCode.Pending(operation, hash(code, operation.toString()), now.plus(SmsCode.LIFETIME), 0);
        return store.add(tx, pending, key, now).replaceWith(Result.ok(code));
    }

    /** Empty when the code is right; it is then used up. */
    public Uni<Optional<ProofRefusal>> check(Tx tx, UUID operation, String typed) {
        return store.findForUpdate(tx, operation).flatMap(found -> {
            if (found.isEmpty()) {
                return Uni.createFrom().item(Optional.of(new ProofRefusal.Spent()));
            }
            var attempt = found.get().attempt(hash(typed, operation.toString()), clock.now());
            return store.save(tx, attempt.after()).replaceWith(attempt.refusal());
        });
    }

    /** Under which hashes codes to this phone are kept, whatever look-up key made them. */
    public List<byte[]> phoneHashes(Phone phone) {
        return cipher.lookupHashes(phone.digits(), "sms_code.phone");
    }

    private byte[] hash(String clear, String context) {
        return cipher.lookupHash(clear, "sms_code." + context);
    }
}
