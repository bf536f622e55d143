package io.anju.identity.hold.http;

import io.anju.identity.disclosure.StaffReads;
import io.anju.identity.hold.HoldAppeals;
import io.anju.identity.hold.Holds;
import io.anju.identity.hold.model.Hold;
import io.anju.identity.hold.model.HoldRefusal;
import io.anju.kernel.result.Result;
import io.anju.kit.caller.Caller;
import io.anju.kit.command.Commands;
import io.anju.kit.command.Idempotent;
import io.anju.kit.command.Reply;
import io.anju.kit.page.Cursors;
import io.anju.kit.page.Page;
import io.anju.kit.page.PageQuery;
import io.anju.kit.problem.Problem;
import io.anju.kit.problem.ProblemException;
import io.anju.kit.tx.Transactions;
import io.anju.kit.tx.Tx;
import io.anju.kit.verification.RequiresVerification;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Held acts at the risk officer's desk. */
@Path("/api/v1/staff/holds")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"risk-officer", "compliance", "auditor"})
public class StaffHoldResource {

    private static final String RELEASE = "risk.release";

    /** Each decision about a hold is a resource of its own: what was touched for one of them opens no other. */
    private static final String HOLD = "/api/v1/staff/holds/{id}";

    /** States a list can be asked for. */
    public enum HoldState {
        HELD,
        DENIED,
        RELEASED,
        REFUSED,
        USED
    }

    /** @param note what was looked at and found, for the file */
    @RegisterForReflection
    public record DecideHold(@NotBlank @Size(max = 1000) String note) {}

    private final Transactions transactions;
    private final Commands commands;
    private final Holds holds;
    private final HoldAppeals appeals;
    private final StaffReads reads;
    private final Caller caller;

    StaffHoldResource(
            Transactions transactions,
            Commands commands,
            Holds holds,
            HoldAppeals appeals,
            StaffReads reads,
            Caller caller) {
        this.transactions = transactions;
        this.commands = commands;
        this.holds = holds;
        this.appeals = appeals;
        this.reads = reads;
        this.caller = caller;
    }

    /** Newest first. Whose each is sees that it was read, as with the others here. */
    @GET
    public Uni<RestResponse<Page<StaffHoldView>>> list(
            @QueryParam("state") @Nullable HoldState state, @BeanParam @Valid PageQuery query, @Context UriInfo uri) {
        var before = Cursors.decodeId(query.cursor);
        var wanted = Optional.ofNullable(state).map(HoldState::name);
        return transactions
                .run(tx -> holds.list(tx, wanted, before, query.limit + 1)
                        .call(found -> shown(tx, found.stream().limit(query.limit))))
                .map(found -> Page.of(
                                found,
                                query.limit,
                                last -> Cursors.encode(last.placed().id().toString()))
                        .map(StaffHoldView::of)
                        .response(uri));
    }

    @GET
    @Path("{id}")
    public Uni<StaffHoldView> get(@PathParam("id") UUID id) {
        return transactions.run(tx -> holds.find(tx, id)
                .call(found -> shown(tx, found.stream()))
                .map(found -> found.orElseThrow(() -> new ProblemException(Problem.notFound())))
                .flatMap(hold -> appeals.find(tx, hold)
                        .map(said -> StaffHoldView.of(hold).withAppeal(said))));
    }

    /** Lets it through, at once: the person can do the same once within a day. */
    @POST
    @Path("{id}/release")
    @Idempotent
    @RequiresVerification(act = RELEASE, resource = HOLD + "/release")
    @RolesAllowed("risk-officer")
    @APIResponseSchema(StaffHoldView.class)
    public Uni<Response> release(@PathParam("id") UUID id, @NotNull @Valid DecideHold request) {
        return decide(tx -> holds.release(tx, id, caller.id(), request.note()));
    }

    /**
     * Lifts a refusal or what the rules denied, after the person objected. Each takes two: of a refusal another officer than the
     * one who refused; of a denial the first officer's call proposes it and it stays {@code DENIED}, and another's within seven
     * days lifts it. It is a release from then on: the same person may do the same once within a day.
     */
    @POST
    @Path("{id}/lifting")
    @Idempotent
    @RequiresVerification(act = RELEASE, resource = HOLD + "/lifting")
    @RolesAllowed("risk-officer")
    @APIResponseSchema(StaffHoldView.class)
    public Uni<Response> lift(@PathParam("id") UUID id, @NotNull @Valid DecideHold request) {
        return decide(tx -> holds.lift(tx, id, caller.id(), request.note()));
    }

    /** Refuses it; the same is not opened for a while, and the person is told and can object. */
    @POST
    @Path("{id}/refusal")
    @Idempotent
    @RequiresVerification(act = RELEASE, resource = HOLD + "/refusal")
    @RolesAllowed("risk-officer")
    @APIResponseSchema(StaffHoldView.class)
    public Uni<Response> refuse(@PathParam("id") UUID id, @NotNull @Valid DecideHold request) {
        return decide(tx -> holds.refuse(tx, id, caller.id(), request.note()));
    }

    private Uni<Void> shown(Tx tx, Stream<Hold> holds) {
        return reads.tell(
                tx,
                StaffReads.Kind.HOLD,
                holds.map(Hold::placed)
                        .map(placed -> new StaffReads.Shown(placed.personId(), placed.id()))
                        .toList());
    }

    private Uni<Response> decide(Function<Tx, Uni<Result<Hold, HoldRefusal>>> step) {
        return commands.run(tx -> step.apply(tx)
                .call(result -> result instanceof Result.Ok<Hold, HoldRefusal>(var hold)
                        ? shown(tx, Stream.of(hold))
                        : Uni.createFrom().voidItem())
                .map(result -> Reply.of(result, hold -> Reply.ok(StaffHoldView.of(hold)), StaffHoldResource::status)));
    }

    private static int status(HoldRefusal refusal) {
        return switch (refusal) {
            case HoldRefusal.NotFound ignored -> 404;
            case HoldRefusal.OwnHold ignored -> 403;
            case HoldRefusal.SameOfficer ignored -> 403;
            case HoldRefusal.SecondPersonNeeded ignored -> 403;
            case HoldRefusal.NotRefused ignored -> 409;
            case HoldRefusal.DecidedAlready ignored -> 409;
            case HoldRefusal.AppealedAlready ignored -> 409;
        };
    }
}
