package io.anju.identity.staff;

import io.anju.identity.model.Level;
import io.anju.identity.party.Standing;
import io.anju.identity.passkey.CreationOptions;
import io.anju.identity.passkey.Passkeys;
import io.anju.identity.passkey.model.Passkey;
import io.anju.identity.passkey.model.PasskeyRefusal;
import io.anju.identity.proof.Guard;
import io.anju.identity.staff.model.EnrolmentRefusal;
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
 * The first passkey of a member of staff: a code, given to them in person, gets a token that allows this one enrolment.
 * What {@link #begin} writes has to be kept although it refuses.
 */
@ApplicationScoped
public class Enrolments {

    /** The only role of the token that a code gets. */
    public static final String ENROLLING = "staff-enrolment";

    private static final String CLIENT = "anju-staff";

    /** The token for this one enrolment, and what the browser needs. */
    public record Begun(StaffMember member, Tokens.Minted token, CreationOptions options) {}

    private final StaffMembers members;
    private final Passkeys passkeys;
    private final Guard guard;
    private final Tokens tokens;
    private final BusinessClock clock;

    Enrolments(StaffMembers members, Passkeys passkeys, Guard guard, Tokens tokens, BusinessClock clock) {
        this.members = members;
        this.passkeys = passkeys;
        this.guard = guard;
        this.tokens = tokens;
        this.clock = clock;
    }

    /**
     * Takes the code. Wrong ones are counted per address, since they name nobody, and slow one another down; a right one is
     * never held up, since nobody guesses 128 bits and many share an address.
     */
    public Uni<Result<Begun, EnrolmentRefusal>> begin(Tx tx, String code, String address) {
        return members.findByCode(tx, code, clock.now())
                .map(found -> found.filter(StaffMember::mayEnrol))
                .flatMap(found -> found.isPresent()
                        ? allow(tx, found.get())
                        : guard.slowDown(tx, guard.stranger(address))
                                .flatMap(blocked ->
                                        refused(blocked.<EnrolmentRefusal>map(EnrolmentRefusal.TriedTooOften::new)
                                                .orElseGet(EnrolmentRefusal.CodeNotGood::new))));
    }

    private Uni<Result<Begun, EnrolmentRefusal>> allow(Tx tx, StaffMember member) {
        var claims = new AccessClaims(
                member.id().toString(),
                AccessClaims.API,
                CLIENT,
                Set.of(ENROLLING),
                Set.of(Standing.SCOPE),
                Level.L1,
                Optional.empty(),
                Optional.empty());
        return passkeys.open(tx, member.id())
                .flatMap(options -> tokens.access(claims).map(token -> Result.ok(new Begun(member, token, options))));
    }

    /** Enrols the first passkey; the code and its token are worth nothing from then on. */
    public Uni<Result<Passkey.Enrolled, EnrolmentRefusal>> finish(
            Tx tx, UUID memberId, String responseJson, String name) {
        return members.findForUpdate(tx, memberId)
                .flatMap(found -> found.filter(StaffMember::mayEnrol).isEmpty()
                        ? refused(new EnrolmentRefusal.EnrolledAlready())
                        : passkeys.enrol(tx, memberId, responseJson, name).flatMap(enrolled -> switch (enrolled) {
                            case Result.Refused<Passkey.Enrolled, PasskeyRefusal>(var refusal) ->
                                refused(new EnrolmentRefusal.PasskeyRefused(refusal.code(), refusal.evidence()));
                            case Result.Ok<Passkey.Enrolled, PasskeyRefusal>(var passkey) ->
                                members.enrolled(tx, memberId, clock.now()).replaceWith(Result.ok(passkey));
                        }));
    }

    private static <T> Uni<Result<T, EnrolmentRefusal>> refused(EnrolmentRefusal refusal) {
        return Uni.createFrom().item(Result.refused(refusal));
    }
}
