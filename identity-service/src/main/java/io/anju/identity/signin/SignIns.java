package io.anju.identity.signin;

import io.anju.identity.hold.HoldAppeals;
import io.anju.identity.hold.model.Hold;
import io.anju.identity.model.Phone;
import io.anju.identity.model.Proof;
import io.anju.identity.model.ProofMethod;
import io.anju.identity.model.ProofRefusal;
import io.anju.identity.passkey.Passkeys;
import io.anju.identity.passkey.RequestOptions;
import io.anju.identity.proof.SmsCodes;
import io.anju.identity.risk.Where;
import io.anju.identity.risk.model.Act;
import io.anju.identity.session.Device;
import io.anju.identity.session.Sessions;
import io.anju.identity.signin.model.SignIn;
import io.anju.identity.signin.model.SignInRefusal;
import io.anju.kernel.result.Result;
import io.anju.kit.id.Ids;
import io.anju.kit.time.BusinessClock;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/** Signing in. What {@link #prove} writes has to be kept although it refuses. */
@ApplicationScoped
public class SignIns {

    private static final int CHALLENGE_BYTES = 32;

    /** Opened for a phone; the code is to be sent to it once that is kept. */
    public record OpenedBySms(SignIn.BySms signIn, String code) {}

    /** Opened for any passkey. */
    public record OpenedByPasskey(SignIn.ByPasskey signIn, RequestOptions options) {}

    private final SecureRandom random = new SecureRandom();
    private final SignInStore store;
    private final SignInProofs proofs;
    private final SmsCodes codes;
    private final Passkeys passkeys;
    private final Sessions sessions;
    private final Admission admission;
    private final HoldAppeals appeals;
    private final Ids ids;
    private final BusinessClock clock;

    SignIns(
            SignInStore store,
            SignInProofs proofs,
            SmsCodes codes,
            Passkeys passkeys,
            Sessions sessions,
            Admission admission,
            HoldAppeals appeals,
            Ids ids,
            BusinessClock clock) {
        this.store = store;
        this.proofs = proofs;
        this.codes = codes;
        this.passkeys = passkeys;
        this.sessions = sessions;
        this.admission = admission;
        this.appeals = appeals;
        this.ids = ids;
        this.clock = clock;
    }

    /** Opens one for a phone; the answer is the same whether it is known or not. */
    public Uni<Result<OpenedBySms, ProofRefusal>> openBySms(Tx tx, Phone phone, String address) {
        Instant now = clock.now();
        var signIn = new SignIn.BySms(ids.next(), phone, now, now.plus(SignIn.LIFETIME));
        return store.add(tx, signIn)
                .flatMap(added ->
                        codes.prepare(tx, new SmsCodes.Order(signIn.id(), SmsCodes.Purpose.SIGN_IN, phone, address)))
                .map(prepared -> prepared.map(code -> new OpenedBySms(signIn, code)));
    }

    /** Opens one for any passkey: the authenticator offers the accounts it has. */
    public Uni<OpenedByPasskey> openByPasskey(Tx tx) {
        byte[] challenge = new byte[CHALLENGE_BYTES];
        random.nextBytes(challenge);
        String text = Base64.getUrlEncoder().withoutPadding().encodeToString(challenge);
        Instant now = clock.now();
        var signIn = new SignIn.ByPasskey(ids.next(), text, now, now.plus(SignIn.LIFETIME));
        return store.add(tx, signIn).replaceWith(new OpenedByPasskey(signIn, passkeys.discoverableOptions(text)));
    }

    /**
     * An attempt to prove a sign-in.
     *
     * @param address network address it comes from
     */
    public record Attempt(Proof proof, Device device, String address) {}

    /** Signs the person in, if the proof is right and the risk rules do not object. */
    public Uni<Result<Sessions.Opened, SignInRefusal>> prove(Tx tx, UUID id, Attempt attempt) {
        return accepting(tx, id, attempt.proof().method()).flatMap(accepting -> switch (accepting) {
            case Result.Ok<SignIn, SignInRefusal>(var signIn) -> check(tx, signIn, attempt);
            case Result.Refused<SignIn, SignInRefusal>(var refusal) ->
                Uni.createFrom().item(Result.refused(refusal));
        });
    }

    private Uni<Result<SignIn, SignInRefusal>> accepting(Tx tx, UUID id, ProofMethod method) {
        return store.findForUpdate(tx, id)
                .map(found -> found.<Result<SignIn, SignInRefusal>>map(Result::ok)
                        .orElseGet(() -> Result.refused(new SignInRefusal.NotFound())))
                .map(found -> found.flatMap(signIn -> signIn.accepting(method, clock.now())));
    }

    /**
     * An appeal of somebody who is not let in.
     *
     * @param hold id that the refusal named
     * @param text in the person's own words
     * @param address network address it comes from
     */
    public record Appeal(String code, UUID hold, String text, String address) {

        @Override
        public String toString() {
            return "Appeal";
        }
    }

    /** Hears the appeal of whoever proves the phone of the account; nobody is signed in by it. */
    public Uni<Result<Hold, SignInRefusal>> appeal(Tx tx, UUID id, Appeal appeal) {
        return accepting(tx, id, ProofMethod.SMS).flatMap(accepting -> switch (accepting) {
            case Result.Refused<SignIn, SignInRefusal>(var refusal) ->
                Uni.createFrom().item(Result.refused(refusal));
            case Result.Ok<SignIn, SignInRefusal>(var signIn) -> hear(tx, signIn, appeal);
        });
    }

    private Uni<Result<Hold, SignInRefusal>> hear(Tx tx, SignIn signIn, Appeal appeal) {
        var where = Where.onDevice(Optional.empty(), appeal.address());
        return proofs.check(tx, signIn, new Proof.Code(appeal.code()), where)
                .call(result -> close(tx, signIn, result))
                .flatMap(result -> switch (result) {
                    case Result.Refused<UUID, SignInRefusal>(var refusal) ->
                        Uni.createFrom().item(Result.refused(refusal));
                    case Result.Ok<UUID, SignInRefusal>(var personId) ->
                        appeals.hear(tx, appeal.hold(), personId, Act.SIGN_IN, appeal.text())
                                .map(heard -> heard.refusedAs(SignInRefusal.AppealRefused::new));
                });
    }

    private Uni<Result<Sessions.Opened, SignInRefusal>> check(Tx tx, SignIn signIn, Attempt attempt) {
        var where = Where.onDevice(sessions.deviceHash(attempt.device()), attempt.address());
        return proofs.check(tx, signIn, attempt.proof(), where)
                .call(result -> close(tx, signIn, result))
                .flatMap(result -> switch (result) {
                    case Result.Ok<UUID, SignInRefusal>(var personId) ->
                        admission.open(
                                tx,
                                new Admission.Proven(personId, attempt.proof().method(), attempt.device(), where));
                    case Result.Refused<UUID, SignInRefusal>(var refusal) ->
                        Uni.createFrom().item(Result.refused(refusal));
                });
    }

    /** A wrong code leaves it open for another try; a challenge is answered once. */
    private Uni<Void> close(Tx tx, SignIn signIn, Result<UUID, SignInRefusal> result) {
        boolean completed = result instanceof Result.Ok;
        return completed || signIn instanceof SignIn.ByPasskey
                ? store.save(tx, new SignIn.Over(signIn.id(), completed))
                : Uni.createFrom().voidItem();
    }
}
