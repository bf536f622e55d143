package io.anju.identity.authority;

import io.anju.identity.authority.model.AuthorityRefusal;
import io.anju.identity.authority.model.Change;
import io.anju.identity.oauth.AgencyCredential;
import io.anju.identity.oauth.AgencyCredentials;
import io.anju.identity.oauth.Clients;
import io.anju.identity.oauth.PublicKeys;
import io.anju.identity.staff.StaffMember;
import io.anju.identity.staff.StaffMembers;
import io.anju.kernel.result.Result;
import io.anju.kit.time.BusinessClock;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Carries a change out, and says beforehand what stands in its way. */
@ApplicationScoped
class Deeds {

    // Clients that are no agency and have no key: the app, and the staff's pages.
    private static final Set<String> RESERVED = Set.of("anju-app", "anju-staff");

    private final StaffMembers members;
    private final StaffAccess access;
    private final AgencyCredentials agencies;
    private final Clients clients;
    private final BusinessClock clock;

    Deeds(StaffMembers members, StaffAccess access, AgencyCredentials agencies, Clients clients, BusinessClock clock) {
        this.members = members;
        this.access = access;
        this.agencies = agencies;
        this.clients = clients;
        this.clock = clock;
    }

    /** Why the change does not fit to what is there; empty when it does. Whom it concerns stays locked. */
    Uni<Optional<AuthorityRefusal>> misfit(Tx tx, Change change) {
        return switch (change) {
            case Change.Employ ignored -> Uni.createFrom().item(Optional.empty());
            case Change.OfMember ofMember ->
                members.findForUpdate(tx, ofMember.memberId()).map(found -> misfit(ofMember, found));
            case Change.OfAgency ofAgency ->
                agencies.find(tx, ofAgency.clientId()).map(found -> misfit(ofAgency, found));
        };
    }

    private static Optional<AuthorityRefusal> misfit(Change.OfMember change, Optional<StaffMember> found) {
        if (found.isEmpty()) {
            return Optional.of(new AuthorityRefusal.NotFound());
        }
        var member = found.get();
        boolean nothing = switch (change) {
            case Change.Suspend ignored -> member.suspendedAt().isPresent();
            case Change.Reinstate ignored -> member.suspendedAt().isEmpty();
            case Change.AssignRoles assign -> member.roles().equals(assign.roles());
            case Change.ReEnrol ignored -> member.suspendedAt().isPresent();
            case Change.Employ ignored -> false;
            case Change.RecordTraining ignored -> false;
        };
        return nothing ? Optional.of(new AuthorityRefusal.NothingToChange()) : Optional.empty();
    }

    private Optional<AuthorityRefusal> misfit(Change.OfAgency change, Optional<AgencyCredential> found) {
        boolean known = found.isPresent() || clients.isAgencyInFolder(change.clientId());
        boolean suspended = found.flatMap(AgencyCredential::suspendedAt).isPresent();
        return switch (change) {
            case Change.AdmitAgency admit -> {
                boolean taken = known || clients.isOurs(admit.clientId()) || RESERVED.contains(admit.clientId());
                yield taken ? Optional.of(new AuthorityRefusal.NameTaken()) : keyMisfit(admit.publicKey());
            }
            case Change.OfAgency ignored when !known -> Optional.of(new AuthorityRefusal.NotFound());
            case Change.ReplaceAgencyKey replace -> keyMisfit(replace.publicKey());
            case Change.SuspendAgency ignored -> nothingIf(suspended);
            case Change.ReinstateAgency ignored -> nothingIf(!suspended);
        };
    }

    private static Optional<AuthorityRefusal> keyMisfit(String pem) {
        return PublicKeys.read(pem).isPresent() ? Optional.empty() : Optional.of(new AuthorityRefusal.KeyNotGood());
    }

    private static Optional<AuthorityRefusal> nothingIf(boolean soAlready) {
        return soAlready ? Optional.of(new AuthorityRefusal.NothingToChange()) : Optional.empty();
    }

    /** Carries it out; the answer holds an enrolment code where there is one to hand over. */
    Uni<Result<Optional<String>, AuthorityRefusal>> carryOut(Tx tx, Change change) {
        return switch (change) {
            case Change.Employ employ ->
                access.employ(tx, employ)
                        .map(code -> code.<Result<Optional<String>, AuthorityRefusal>>map(
                                        given -> Result.ok(Optional.of(given)))
                                .orElseGet(() -> Result.refused(new AuthorityRefusal.NameTaken())));
            case Change.ReEnrol(UUID member) -> access.reEnrol(tx, member).map(code -> Result.ok(Optional.of(code)));
            case Change.Suspend(UUID member) -> done(access.suspend(tx, member));
            case Change.Reinstate(UUID member) -> done(members.suspend(tx, member, Optional.empty()));
            case Change.AssignRoles(UUID member, var roles) -> done(members.assignRoles(tx, member, roles));
            case Change.RecordTraining(UUID member, var until) -> done(members.trained(tx, member, until));
            case Change.OfAgency agency -> done(carryOut(tx, agency));
        };
    }

    private Uni<Void> carryOut(Tx tx, Change.OfAgency change) {
        return agencies.find(tx, change.clientId())
                .map(found -> found.orElseGet(
                        () -> new AgencyCredential(change.clientId(), Optional.empty(), clock.now(), Optional.empty())))
                .map(credential -> switch (change) {
                    case Change.AdmitAgency(var ignored, var key) -> credential.withKey(key);
                    case Change.ReplaceAgencyKey(var ignored, var key) -> credential.withKey(key);
                    case Change.SuspendAgency ignored -> credential.suspended(Optional.of(clock.now()));
                    case Change.ReinstateAgency ignored -> credential.suspended(Optional.empty());
                })
                .flatMap(credential -> agencies.save(tx, credential));
    }

    private static Uni<Result<Optional<String>, AuthorityRefusal>> done(Uni<Void> deed) {
        return deed.replaceWith(Result.ok(Optional.empty()));
    }
}
