package io.anju.identity.signin;

import io.anju.identity.alert.AlertEvents;
import io.anju.identity.hold.Holds;
import io.anju.identity.hold.model.Hold;
import io.anju.identity.model.ProofMethod;
import io.anju.identity.model.RiskVerdict;
import io.anju.identity.passkey.Passkeys;
import io.anju.identity.passkey.model.Passkey;
import io.anju.identity.proof.Guard;
import io.anju.identity.risk.Ask;
import io.anju.identity.risk.Risk;
import io.anju.identity.risk.Where;
import io.anju.identity.risk.model.Act;
import io.anju.identity.session.Device;
import io.anju.identity.session.Sessions;
import io.anju.identity.signin.model.SignInRefusal;
import io.anju.kernel.result.Result;
import io.anju.kit.id.Ids;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Lets in whoever has proved themselves, if the risk rules do not object: the one way to a session of an account that is. */
@ApplicationScoped
public class Admission {

    private static final String SIGN_INS = "/api/v1/sign-ins";

    private final Risk risk;
    private final Holds holds;
    private final AlertEvents warnings;
    private final Guard guard;
    private final Passkeys passkeys;
    private final Sessions sessions;
    private final Ids ids;

    Admission(
            Risk risk, Holds holds, AlertEvents warnings, Guard guard, Passkeys passkeys, Sessions sessions, Ids ids) {
        this.risk = risk;
        this.holds = holds;
        this.warnings = warnings;
        this.guard = guard;
        this.passkeys = passkeys;
        this.sessions = sessions;
        this.ids = ids;
    }

    /**
     * Who has proved themselves.
     *
     * @param method by which
     * @param device that is to be signed in
     * @param where the proof came from
     */
    public record Proven(UUID personId, ProofMethod method, Device device, Where where) {}

    /** The rules see the failures before the right proof clears them. */
    public Uni<Result<Sessions.Opened, SignInRefusal>> open(Tx tx, Proven proven) {
        return sessions.lacksKey(tx, proven.personId(), proven.device())
                .flatMap(lacks -> lacks
                        ? Uni.createFrom().item(Result.refused(new SignInRefusal.KeyMissing()))
                        : decide(tx, proven));
    }

    private Uni<Result<Sessions.Opened, SignInRefusal>> decide(Tx tx, Proven proven) {
        UUID personId = proven.personId();
        var ask = new Ask(ids.next(), personId, Act.SIGN_IN, Act.signIn(), SIGN_INS, Ask.Claim.NONE, proven.where());
        return sessions.recognise(tx, personId, proven.device().id())
                .flatMap(known -> risk.decide(tx, ask, holds))
                .call(decided -> guard.succeeded(tx, Guard.Subject.person(personId)))
                .flatMap(verdict -> switch (verdict) {
                    case RiskVerdict.Held held ->
                        holds.place(tx, ask, held)
                                .map(Hold::placed)
                                .map(placed -> Result.refused(new SignInRefusal.RiskHeld(placed.id(), placed.stop())));
                    case RiskVerdict.Denied denied ->
                        holds.deny(tx, ask, denied)
                                .map(Hold::placed)
                                .map(placed ->
                                        Result.refused(new SignInRefusal.RiskDenied(placed.id(), placed.stop())));
                    case RiskVerdict.StrongerMethod ignored -> openIfStrong(tx, ask, proven);
                    case RiskVerdict.Allowed() -> admit(tx, ask, proven);
                });
    }

    /** Who has no passkey has nothing stronger than the code, and is not shut out for that. */
    private Uni<Result<Sessions.Opened, SignInRefusal>> openIfStrong(Tx tx, Ask ask, Proven proven) {
        if (proven.method() == ProofMethod.PASSKEY) {
            return admit(tx, ask, proven);
        }
        return passkeys.list(tx, ask.personId())
                .map(all -> all.stream().anyMatch(Passkey.Enrolled.class::isInstance))
                .flatMap(strongerExists -> strongerExists
                        ? Uni.createFrom().item(Result.refused(new SignInRefusal.PasskeyNeeded()))
                        : admit(tx, ask, proven));
    }

    /** A release that another sign-in has used up in this moment lets nobody in. */
    private Uni<Result<Sessions.Opened, SignInRefusal>> admit(Tx tx, Ask ask, Proven proven) {
        return holds.passes(tx, ask.id())
                .flatMap(passes -> passes
                        ? begin(tx, ask, proven)
                        : Uni.createFrom().item(Result.refused(new SignInRefusal.Over())));
    }

    private Uni<Result<Sessions.Opened, SignInRefusal>> begin(Tx tx, Ask ask, Proven proven) {
        return risk.proven(tx, ask.id(), ask.personId(), ask.where())
                .flatMap(kept -> sessions.open(tx, ask.personId(), proven.method(), proven.device()))
                .call(opened -> opened.newDevice()
                        ? warnings.warn(tx, ask.personId(), AlertEvents.Warning.NEW_DEVICE)
                        : Uni.createFrom().voidItem())
                .map(Result::ok);
    }
}
