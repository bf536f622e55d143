package io.anju.care.permit;

import io.anju.care.agency.AgencyStanding;
import io.anju.care.agency.Vetting;
import io.anju.care.calendar.Calendars;
import io.anju.care.calendar.model.DayKind;
import io.anju.care.permit.PermitUses.Issued;
import io.anju.care.permit.model.ContactDecision;
import io.anju.care.permit.model.ContactFacts;
import io.anju.care.permit.model.ContactRequest;
import io.anju.care.permit.model.RedemptionRefusal;
import io.anju.kernel.result.Result;
import io.anju.kit.time.BusinessClock;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/**
 * The moment a permit is used: the relay shows it and is told whom to connect.
 *
 * <p>Once, within its window, and only if every rule but the caps still agrees: a withdrawal, a complaint or a "not
 * again" since the permit was given stops the contact. The caps have counted this very permit already.
 */
@ApplicationScoped
public class Redemptions {

    private final ContactFiles files;
    private final PermitUses uses;
    private final PermitTokens tokens;
    private final Vetting vetting;
    private final Calendars calendars;
    private final BusinessClock clock;

    Redemptions(
            ContactFiles files,
            PermitUses uses,
            PermitTokens tokens,
            Vetting vetting,
            Calendars calendars,
            BusinessClock clock) {
        this.files = files;
        this.uses = uses;
        this.tokens = tokens;
        this.vetting = vetting;
        this.calendars = calendars;
        this.clock = clock;
    }

    /** @param requestKey the same request sent again is the same use */
    public Uni<Result<Issued, RedemptionRefusal>> redeem(Tx tx, String token, String requestKey) {
        return switch (tokens.verify(token, clock.now())) {
            case Result.Ok<UUID, RedemptionRefusal>(UUID permit) ->
                uses.findIssued(tx, permit)
                        .flatMap(found -> found.isEmpty()
                                ? refused(new RedemptionRefusal.NotAPermit())
                                : redeem(tx, found.get(), requestKey));
            case Result.Refused<UUID, RedemptionRefusal>(RedemptionRefusal refusal) -> refused(refusal);
        };
    }

    private Uni<Result<Issued, RedemptionRefusal>> redeem(Tx tx, Issued issued, String requestKey) {
        return files.lock(tx, issued.customer())
                .chain(() -> decideAnew(tx, issued))
                .flatMap(decision -> switch (decision) {
                    case ContactDecision.Permitted permitted -> use(tx, issued, requestKey);
                    case ContactDecision.Refused no -> refused(new RedemptionRefusal.NoLonger(no.first()));
                });
    }

    private Uni<ContactDecision> decideAnew(Tx tx, Issued issued) {
        var now =
                new ContactRequest(issued.request().purpose(), issued.request().channel(), clock.now());
        var day = now.planned().toLocalDate();
        return vetting.standing(tx, issued.agency(), now.purpose().name())
                .map(found -> found.orElseThrow())
                .flatMap(agency -> calendars
                        .announcedAround(tx, day)
                        .flatMap(calendar -> facts(tx, issued, agency, now, calendar.kindOf(day))))
                .map(facts -> ContactDecision.of(now, facts.withoutCaps()));
    }

    private Uni<ContactFacts> facts(Tx tx, Issued issued, AgencyStanding agency, ContactRequest now, DayKind day) {
        return files.facts(tx, issued.customer(), agency, now, day);
    }

    private Uni<Result<Issued, RedemptionRefusal>> use(Tx tx, Issued issued, String requestKey) {
        return uses.use(tx, issued.id(), issued.customer(), requestKey, clock.now())
                .flatMap(first ->
                        first ? Uni.createFrom().item(Result.ok(issued)) : refused(new RedemptionRefusal.Used()));
    }

    private static Uni<Result<Issued, RedemptionRefusal>> refused(RedemptionRefusal refusal) {
        return Uni.createFrom().item(Result.refused(refusal));
    }
}
