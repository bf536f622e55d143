package io.anju.care.agency;

import io.anju.care.agency.Agencies.Place;
import io.anju.care.agency.model.Agency;
import io.anju.care.agency.model.AgencyFile;
import io.anju.care.agency.model.AgencyRefusal;
import io.anju.care.agency.model.Renewal;
import io.anju.kernel.result.Result;
import io.anju.kit.id.Ids;
import io.anju.kit.time.BusinessClock;
import io.anju.kit.tx.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Use cases of agencies: propose, vet, suspend, propose anew; and their standing for whoever asks. */
@ApplicationScoped
public class Vetting {

    private final Agencies agencies;
    private final Ids ids;
    private final BusinessClock clock;

    Vetting(Agencies agencies, Ids ids, BusinessClock clock) {
        this.agencies = agencies;
        this.ids = ids;
        this.clock = clock;
    }

    public Uni<Result<AgencyEntry, AgencyRefusal>> propose(Tx tx, UUID officer, AgencyFile file) {
        return agencies.findByClient(tx, file.clientId()).flatMap(known -> {
            if (known.isPresent()) {
                return refused(new AgencyRefusal.ClientTaken(file.clientId()));
            }
            return agencies.add(tx, ids.next(), new Agency.Proposed(file, officer), clock.now())
                    .map(Result::ok);
        });
    }

    /** Empty when there is no such agency. */
    public Uni<Optional<Result<AgencyEntry, AgencyRefusal>>> vet(Tx tx, UUID id, UUID officer) {
        return step(tx, id, agency -> switch (agency) {
            case Agency.Proposed proposed -> proposed.vet(officer).map(vetted -> vetted);
            case Agency.Vetted vetted -> Result.refused(new AgencyRefusal.NotInThisState("VETTED"));
            case Agency.Suspended suspended -> Result.refused(new AgencyRefusal.NotInThisState("SUSPENDED"));
        });
    }

    /** Empty when there is no such agency. */
    public Uni<Optional<Result<AgencyEntry, AgencyRefusal>>> suspend(Tx tx, UUID id, UUID officer, String reason) {
        return step(tx, id, agency -> switch (agency) {
            case Agency.Proposed proposed -> Result.refused(new AgencyRefusal.NotInThisState("PROPOSED"));
            case Agency.Vetted vetted -> Result.ok(vetted.suspend(officer, reason));
            case Agency.Suspended suspended -> Result.ok(suspended);
        });
    }

    /** A suspended agency with the papers it had. Empty when there is no such agency. */
    public Uni<Optional<Result<AgencyEntry, AgencyRefusal>>> proposeAnew(Tx tx, UUID id, UUID officer) {
        return step(tx, id, agency -> switch (agency) {
            case Agency.Proposed proposed -> Result.refused(new AgencyRefusal.NotInThisState("PROPOSED"));
            case Agency.Vetted vetted -> Result.refused(new AgencyRefusal.NotInThisState("VETTED"));
            case Agency.Suspended suspended -> Result.ok(suspended.proposeAnew(officer));
        });
    }

    /** A vetted or suspended agency with new papers. Empty when there is no such agency. */
    public Uni<Optional<Result<AgencyEntry, AgencyRefusal>>> renew(Tx tx, UUID id, UUID officer, Renewal renewal) {
        return step(tx, id, agency -> switch (agency) {
            case Agency.Proposed proposed -> Result.refused(new AgencyRefusal.NotInThisState("PROPOSED"));
            case Agency.Vetted vetted -> Result.ok(vetted.renew(officer, renewal));
            case Agency.Suspended suspended -> Result.ok(suspended.renew(officer, renewal));
        });
    }

    public Uni<List<AgencyEntry>> list(Tx tx, Optional<Place> after, int limit) {
        return agencies.list(tx, after, limit);
    }

    /** The standing today of the agency behind an OAuth client, for one purpose; empty when it is unknown. */
    public Uni<Optional<AgencyStanding>> standing(Tx tx, String clientId, String purpose) {
        return agencies.findByClient(tx, clientId).map(found -> found.map(entry -> standing(entry, purpose)));
    }

    /** The agency behind an OAuth client, whatever its standing. */
    public Uni<Optional<UUID>> find(Tx tx, String clientId) {
        return agencies.findByClient(tx, clientId).map(found -> found.map(AgencyEntry::id));
    }

    /** As it stands. */
    public Uni<Optional<AgencyEntry>> find(Tx tx, UUID id) {
        return agencies.find(tx, id);
    }

    /** Whether there is such an agency. */
    public Uni<Boolean> exists(Tx tx, UUID id) {
        return agencies.findForChange(tx, id).map(Optional::isPresent);
    }

    private AgencyStanding standing(AgencyEntry entry, String purpose) {
        var file = entry.agency().file();
        var lapse = entry.agency().lapse(purpose, clock.today()).map(Enum::name);
        return new AgencyStanding(entry.id(), file.clientId(), file.name(), lapse);
    }

    private interface Step {
        Result<Agency, AgencyRefusal> from(Agency agency);
    }

    private Uni<Optional<Result<AgencyEntry, AgencyRefusal>>> step(Tx tx, UUID id, Step step) {
        return agencies.findForChange(tx, id).flatMap(found -> {
            if (found.isEmpty()) {
                return Uni.createFrom().item(Optional.empty());
            }
            return take(tx, found.get(), step).map(Optional::of);
        });
    }

    private Uni<Result<AgencyEntry, AgencyRefusal>> take(Tx tx, AgencyEntry entry, Step step) {
        return switch (step.from(entry.agency())) {
            case Result.Ok<Agency, AgencyRefusal>(Agency next) ->
                agencies.change(tx, entry, next, clock.now()).map(Result::ok);
            case Result.Refused<Agency, AgencyRefusal>(AgencyRefusal refusal) -> refused(refusal);
        };
    }

    private static Uni<Result<AgencyEntry, AgencyRefusal>> refused(AgencyRefusal refusal) {
        return Uni.createFrom().item(Result.refused(refusal));
    }
}
