package io.anju.identity.passkey;

import static io.anju.identity.passkey.Options.base64;

import io.anju.identity.passkey.PasskeyChanged.Change;
import io.anju.identity.passkey.model.Passkey;
import io.anju.identity.passkey.model.PasskeyRefusal;
import io.anju.identity.passkey.model.PasskeyRefusal.AssertionRejected;
import io.anju.kernel.result.Result;
import io.anju.kit.time.BusinessClock;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.util.UUID;

/** Checks assertions for whoever asks for a proof, and keeps the signature counters. */
@ApplicationScoped
public class Assertions {

    private final PasskeyStore store;
    private final Ceremonies ceremonies;
    private final PasskeyEvents events;
    private final BusinessClock clock;

    Assertions(PasskeyStore store, Ceremonies ceremonies, PasskeyEvents events, BusinessClock clock) {
        this.store = store;
        this.ceremonies = ceremonies;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Whose credential the assertion names, unchecked, so that a failure can be counted for them. For a sign-in, where nobody is
     * known yet.
     */
    public Uni<Result<UUID, PasskeyRefusal>> claimedOwner(Tx tx, String responseJson) {
        // spec| §7.2 step 6: "If the user was not identified before the authentication ceremony was initiated […]:
        // spec| Verify that response.userHandle is present."
        return ceremonies.readAssertion(responseJson) instanceof Result.Ok<Ceremonies.Named, PasskeyRefusal>(var named)
                        && named.userHandle().isEmpty()
                ? Uni.createFrom().item(Result.refused(new AssertionRejected("USER_HANDLE_MISSING")))
                : passkeyNamedBy(tx, responseJson)
                        .map(found -> found.map(passkey -> passkey.credential().personId()));
    }

    /**
     * Checks the assertion against the challenge. A counter that went back is written down, so what this writes has to be
     * kept although it refuses.
     *
     * @param responseJson {@code AuthenticationResponseJSON}
     */
    public Uni<Result<Assertion, PasskeyRefusal>> check(Tx tx, String responseJson, String challenge) {
        return passkeyNamedBy(tx, responseJson).flatMap(named -> {
            Result<Checked, PasskeyRefusal> checked =
                    named.flatMap(passkey -> signed(passkey, responseJson, challenge));
            return switch (checked) {
                case Result.Ok<Checked, PasskeyRefusal>(var good) ->
                    store.save(tx, good.after())
                            .flatMap(saved -> watchBackup(tx, good))
                            .replaceWith(Result.ok(good.assertion()));
                case Result.Refused<Checked, PasskeyRefusal>(var refusal) ->
                    note(tx, named, refusal).replaceWith(Result.refused(refusal));
            };
        });
    }

    private Uni<Void> watchBackup(Tx tx, Checked checked) {
        boolean was = checked.before().backedUp();
        boolean is = checked.after().backedUp();
        return was == is
                ? Uni.createFrom().voidItem()
                : events.tell(tx, checked.after().credential(), is ? Change.BACKED_UP : Change.BACKUP_ENDED);
    }

    private Uni<Void> note(Tx tx, Result<Passkey.Enrolled, PasskeyRefusal> named, PasskeyRefusal refusal) {
        return named instanceof Result.Ok<Passkey.Enrolled, PasskeyRefusal>(var passkey)
                        && refusal instanceof PasskeyRefusal.CounterWentBack
                ? store.counterWentBack(tx, passkey.credential().id(), clock.now())
                        .flatMap(noted -> events.tell(tx, passkey.credential(), Change.COUNTER_WENT_BACK))
                : Uni.createFrom().voidItem();
    }

    private record Checked(Passkey.Enrolled before, Passkey.Enrolled after, Assertion assertion) {}

    private Result<Checked, PasskeyRefusal> signed(Passkey.Enrolled passkey, String responseJson, String challenge) {
        return ceremonies
                .checkAssertion(responseJson, challenge, passkey)
                .flatMap(signed -> passkey.signed(signed.signCount(), signed.backedUp(), clock.now())
                        .map(after -> new Checked(passkey, after, assertion(passkey.credential(), signed))));
    }

    private Uni<Result<Passkey.Enrolled, PasskeyRefusal>> passkeyNamedBy(Tx tx, String responseJson) {
        return switch (ceremonies.readAssertion(responseJson)) {
            case Result.Refused<Ceremonies.Named, PasskeyRefusal>(var refusal) ->
                Uni.createFrom().item(Result.refused(refusal));
            case Result.Ok<Ceremonies.Named, PasskeyRefusal>(var named) ->
                store.findEnrolledForUpdate(tx, named.credentialId())
                        .map(found -> found.filter(passkey -> belongs(passkey, named))
                                .<Result<Passkey.Enrolled, PasskeyRefusal>>map(Result::ok)
                                .orElseGet(() -> Result.refused(new AssertionRejected("CREDENTIAL_UNKNOWN"))));
        };
    }

    // WebAuthn 3 §7.2 step 6: "verify that […] response.userHandle" identifies the owner of the credential.
    private static boolean belongs(Passkey.Enrolled passkey, Ceremonies.Named named) {
        byte[] owner = Options.userHandle(passkey.credential().personId());
        return named.userHandle()
                .map(handle -> MessageDigest.isEqual(handle, owner))
                .orElse(true);
    }

    private static Assertion assertion(Passkey.Credential credential, Ceremonies.Signed signed) {
        return new Assertion(
                credential.personId(),
                base64(credential.credentialId()),
                base64(credential.publicKey()),
                base64(signed.clientDataJson()),
                base64(signed.authenticatorData()),
                base64(signed.signature()));
    }
}
