package io.anju.identity.erasure.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.anju.identity.erasure.LegalHolds;
import io.anju.identity.erasure.model.ErasureRefusal;
import io.anju.identity.erasure.model.LegalHold;
import io.anju.identity.model.TwoPeople;
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
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Holding a customer's data back from erasure: a court's order, an investigation. One officer proposes, another agrees. */
@Path(LegalHoldResource.HOLDS)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("compliance")
public class LegalHoldResource {

    static final String HOLDS = "/api/v1/staff/legal-holds";

    /** @param reference of the order; no personal data */
    @RegisterForReflection
    public record PlaceHold(
            @NotNull UUID customer,
            @NotBlank @Size(max = 120) String reference) {}

    /**
     * A hold.
     *
     * @param placedBy the officer who proposed it
     * @param state {@code PROPOSED}, {@code IN_FORCE}, {@code LIFTING_PROPOSED}, or {@code LIFTED} in the answer to what ended it
     * @param approvedBy the second officer; absent before, and of those placed before it took two
     * @param proposedBy who proposed what waits now for a second officer
     * @param expiresAt until when a second officer can agree to it; a hold that nobody agreed to is over then, a lifting is not
     *     carried out
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @RegisterForReflection
    public record HoldBody(
            UUID id,
            UUID customer,
            String reference,
            UUID placedBy,
            Instant placedAt,
            String state,
            @Nullable UUID approvedBy,
            @Nullable UUID proposedBy,
            @Nullable Instant expiresAt) {

        static HoldBody of(LegalHold hold) {
            var approvedBy = switch (hold.state()) {
                case LegalHold.InForce(var by) -> by;
                case LegalHold.LiftingProposed(var by, var ignored) -> by;
                case LegalHold.Proposed ignored -> Optional.<UUID>empty();
                case LegalHold.Lifted ignored -> Optional.<UUID>empty();
            };
            var proposal = switch (hold.state()) {
                case LegalHold.Proposed(var proposed) -> Optional.of(proposed);
                case LegalHold.LiftingProposed(var ignored, var proposed) -> Optional.of(proposed);
                case LegalHold.InForce ignored -> Optional.<TwoPeople>empty();
                case LegalHold.Lifted ignored -> Optional.<TwoPeople>empty();
            };
            return new HoldBody(
                    hold.id(),
                    hold.customerId(),
                    hold.reference(),
                    hold.placedBy(),
                    hold.placedAt(),
                    hold.state().word(),
                    approvedBy.orElse(null),
                    proposal.map(TwoPeople::by).orElse(null),
                    proposal.map(TwoPeople::expiresAt).orElse(null));
        }
    }

    private final Transactions transactions;
    private final Commands commands;
    private final LegalHolds holds;
    private final Caller caller;

    LegalHoldResource(Transactions transactions, Commands commands, LegalHolds holds, Caller caller) {
        this.transactions = transactions;
        this.commands = commands;
        this.holds = holds;
        this.caller = caller;
    }

    /** Those that hold something, the oldest first. */
    @GET
    public Uni<RestResponse<Page<HoldBody>>> list(@BeanParam @Valid PageQuery query, @Context UriInfo uri) {
        var after = Cursors.decodeId(query.cursor);
        return transactions
                .run(tx -> holds.list(tx, after, query.limit + 1))
                .map(found -> Page.of(
                                found,
                                query.limit,
                                last -> Cursors.encode(last.id().toString()))
                        .map(HoldBody::of)
                        .response(uri));
    }

    /** One that holds something. */
    @GET
    @Path("{id}")
    public Uni<HoldBody> get(@PathParam("id") UUID id) {
        return transactions
                .run(tx -> holds.find(tx, id))
                .map(found -> HoldBody.of(found.orElseThrow(() -> new ProblemException(Problem.notFound()))));
    }

    /**
     * Proposes one. From now on this customer is not erased, and of one who is, nothing goes that is left; a second officer
     * agrees within seven days, or it is over.
     */
    @POST
    @Idempotent
    @APIResponseSchema(value = HoldBody.class, responseCode = "201")
    public Uni<Response> place(@NotNull @Valid PlaceHold request) {
        return commands.run(tx -> holds.place(tx, caller.id(), request.customer(), request.reference())
                .map(result -> Reply.of(
                        result,
                        hold -> Reply.created(HOLDS + "/" + hold.id(), HoldBody.of(hold)),
                        ErasureResource::status)));
    }

    /**
     * Proposes to lift it: it holds until a second officer agrees within seven days; then what was kept past its day goes at the
     * next round. One that no second officer has agreed to yet is taken back, at once.
     */
    @DELETE
    @Path("{id}")
    @APIResponseSchema(value = HoldBody.class, responseCode = "202")
    @APIResponse(responseCode = "204", description = "Taken back")
    public Uni<Response> lift(@PathParam("id") UUID id) {
        return commands.run(tx -> holds.giveUp(tx, caller.id(), id)
                .map(result -> Reply.of(
                        result,
                        hold -> hold.state() instanceof LegalHold.Lifted
                                ? Reply.noContent()
                                : Reply.accepted(HoldBody.of(hold)),
                        ErasureResource::status)));
    }

    /** Agrees to what another officer has proposed about it: that it be placed, or lifted. */
    @POST
    @Path("{id}/approval")
    @Idempotent
    @RequiresVerification(act = "erasure.hold", resource = HOLDS + "/{id}")
    @APIResponseSchema(HoldBody.class)
    public Uni<Response> approve(@PathParam("id") UUID id) {
        return decide(tx -> holds.approve(tx, caller.id(), id));
    }

    /** Says no to what is proposed about it; who proposed takes it back by it. A hold that is not lifted stays in force. */
    @POST
    @Path("{id}/rejection")
    @Idempotent
    @APIResponseSchema(HoldBody.class)
    public Uni<Response> reject(@PathParam("id") UUID id) {
        return decide(tx -> holds.reject(tx, caller.id(), id));
    }

    private Uni<Response> decide(Function<Tx, Uni<Result<LegalHold, ErasureRefusal>>> step) {
        return commands.run(tx -> step.apply(tx)
                .map(result -> Reply.of(result, hold -> Reply.ok(HoldBody.of(hold)), ErasureResource::status)));
    }
}
