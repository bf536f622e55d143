package io.anju.identity.recovery;

import io.anju.identity.model.Level;
import io.anju.identity.party.Standing;
import io.anju.identity.passkey.CreationOptions;
import io.anju.identity.passkey.Passkeys;
import io.anju.identity.passkey.model.Passkey;
import io.anju.identity.passkey.model.PasskeyRefusal;
import io.anju.identity.proof.Guard;
import io.anju.identity.recovery.model.Recovery;
import io.anju.identity.recovery.model.RecoveryRefusal;
import io.anju.identity.session.Device;
import io.anju.identity.token.AccessClaims;
import io.anju.identity.token.Tokens;
import io.anju.kernel.result.Result;
import io.anju.kit.time.BusinessClock;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The customer's side of a recovery: the code gets a token that allows one enrolment. What {@link #begin} writes has to be
 * kept although it refuses.
 */
@ApplicationScoped
public class NewPasskeys {

    /** The only role of the token that a code gets. */
    public static final String RECOVERING = "recovery";

    /** The token for this one enrolment, and what the app needs. */
    public record Begun(UUID recoveryId, Tokens.Minted token, CreationOptions options) {}

    private final RecoveryStore store;
    private final Passkeys passkeys;
    private final Guard guard;
    private final Tokens tokens;
    private final BusinessClock clock;

    NewPasskeys(RecoveryStore store, Passkeys passkeys, Guard guard, Tokens tokens, BusinessClock clock) {
        this.store = store;
        this.passkeys = passkeys;
        this.guard = guard;
        this.tokens = tokens;
        this.clock = clock;
    }

    /**
     * Takes the code. Wrong ones are counted per address, since they name nobody, and slow one another down; a right one is
     * never held up, since nobody guesses 128 bits and many share an address.
     */
    public Uni<Result<Begun, RecoveryRefusal>> begin(Tx tx, String code, String address) {
        return store.findByCode(tx, code)
                .map(found -> found.filter(approved -> clock.now().isBefore(approved.codeExpiresAt())))
                .flatMap(found -> found.isPresent()
                        ? allow(tx, found.get())
                        : guard.slowDown(tx, guard.stranger(address))
                                .flatMap(blocked ->
                                        refused(blocked.<RecoveryRefusal>map(RecoveryRefusal.TriedTooOften::new)
                                                .orElseGet(RecoveryRefusal.CodeNotGood::new))));
    }

    private Uni<Result<Begun, RecoveryRefusal>> allow(Tx tx, Recovery.Approved approved) {
        UUID customer = approved.facts().customerId();
        var claims = new AccessClaims(
                customer.toString(),
                AccessClaims.API,
                Device.DEFAULT_CLIENT,
                Set.of(RECOVERING),
                Set.of(Standing.SCOPE),
                Level.L1,
                Optional.empty(),
                Optional.empty());
        return passkeys.open(tx, customer)
                .flatMap(options -> tokens.access(claims, approved.codeExpiresAt())
                        .map(token -> Result.ok(new Begun(approved.facts().id(), token, options))));
    }

    /** Enrols the new passkey; the code and its token are worth nothing from then on. */
    public Uni<Result<Passkey.Enrolled, RecoveryRefusal>> finish(
            Tx tx, UUID customer, UUID recoveryId, String responseJson, String name) {
        return store.findForUpdate(tx, recoveryId).flatMap(found -> switch (completing(found, customer)) {
            case Result.Refused<Recovery.Completed, RecoveryRefusal>(var refusal) -> refused(refusal);
            case Result.Ok<Recovery.Completed, RecoveryRefusal>(var completed) ->
                passkeys.enrol(tx, customer, responseJson, name).flatMap(enrolled -> switch (enrolled) {
                    case Result.Refused<Passkey.Enrolled, PasskeyRefusal>(var refusal) ->
                        refused(new RecoveryRefusal.PasskeyRefused(refusal.code(), refusal.evidence()));
                    case Result.Ok<Passkey.Enrolled, PasskeyRefusal>(var passkey) ->
                        store.complete(tx, completed).replaceWith(Result.ok(passkey));
                });
        });
    }

    private Result<Recovery.Completed, RecoveryRefusal> completing(Optional<Recovery> found, UUID customer) {
        return found.filter(recovery -> recovery.facts().customerId().equals(customer))
                .<Result<Recovery.Completed, RecoveryRefusal>>map(recovery -> switch (recovery) {
                    case Recovery.Approved approved -> approved.complete(clock.now());
                    case Recovery.Proposed ignored -> Result.refused(new RecoveryRefusal.CodeNotGood());
                    case Recovery.Rejected ignored -> Result.refused(new RecoveryRefusal.CodeNotGood());
                    case Recovery.Completed ignored -> Result.refused(new RecoveryRefusal.CodeNotGood());
                })
                .orElseGet(() -> Result.refused(new RecoveryRefusal.NotFound()));
    }

    private static <T> Uni<Result<T, RecoveryRefusal>> refused(RecoveryRefusal refusal) {
        return Uni.createFrom().item(Result.refused(refusal));
    }
}
