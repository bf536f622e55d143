package io.anju.identity.authority;

import io.anju.identity.authority.model.Change;
import io.anju.identity.passkey.Passkeys;
import io.anju.identity.session.Sessions;
import io.anju.identity.session.model.Session;
import io.anju.identity.staff.StaffMember;
import io.anju.identity.staff.StaffMembers;
import io.anju.kit.time.BusinessClock;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/** The ways in of a member of staff: given, taken, given anew. */
@ApplicationScoped
class StaffAccess {

    private static final int CODE_BYTES = 16;
    private static final Duration CODE_TIME = Duration.ofDays(7);

    private final SecureRandom random = new SecureRandom();
    private final StaffMembers members;
    private final Passkeys passkeys;
    private final Sessions sessions;
    private final BusinessClock clock;

    StaffAccess(StaffMembers members, Passkeys passkeys, Sessions sessions, BusinessClock clock) {
        this.members = members;
        this.passkeys = passkeys;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** The new member's enrolment code; empty when there is one of this name. */
    Uni<Optional<String>> employ(Tx tx, Change.Employ employ) {
        var member = new StaffMember(
                employ.memberId(),
                employ.name(),
                employ.roles(),
                Optional.empty(),
                Optional.of(employ.trainedUntil()),
                Optional.empty());
        var code = newCode();
        return members.addIfAbsent(tx, member, code).map(added -> added ? Optional.of(code.text()) : Optional.empty());
    }

    /** The enrolment code for a new first passkey; the old ones and what they signed in are worth nothing from now on. */
    Uni<String> reEnrol(Tx tx, UUID member) {
        var code = newCode();
        return passkeys.revokeAll(tx, member)
                .flatMap(revoked -> sessions.endAll(tx, member, Session.EndReason.RECOVERED))
                .flatMap(ended -> members.reEnrol(tx, member, code))
                .replaceWith(code.text());
    }

    /** Access tokens that are out end within ten minutes; nothing gives another. */
    Uni<Void> suspend(Tx tx, UUID member) {
        return members.suspend(tx, member, Optional.of(clock.now()))
                .flatMap(suspended -> sessions.endAll(tx, member, Session.EndReason.SUSPENDED))
                .replaceWithVoid();
    }

    private StaffMembers.EnrolmentCode newCode() {
        byte[] bytes = new byte[CODE_BYTES];
        random.nextBytes(bytes);
        return new StaffMembers.EnrolmentCode(
                Base64.getUrlEncoder().withoutPadding().encodeToString(bytes),
                Optional.of(clock.now().plus(CODE_TIME)));
    }
}
