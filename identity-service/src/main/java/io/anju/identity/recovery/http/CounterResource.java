package io.anju.identity.recovery.http;

import io.anju.identity.http.Outcome;
import io.anju.identity.recovery.Identification;
import io.anju.identity.recovery.Recoveries;
import io.anju.identity.recovery.RecoveryNotices;
import io.anju.identity.recovery.RecoveryStore;
import io.anju.identity.recovery.model.Recovery;
import io.anju.identity.recovery.model.RecoveryRefusal;
import io.anju.kernel.result.Result;
import io.anju.kit.access.DataReads;
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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestResponse;

/** A customer who lost every passkey, at the counter: the teller identifies them, another officer lets them back in. */
@Path("/api/v1/staff/recoveries")
@Produces(MediaType.APPLICATION_JSON)
public class CounterResource {

    /**
     * @param name as on the ID card
     * @param idNumber eighteen characters after GB 11643-1999
     * @param papers what the teller has seen, for the second person and for the record
     */
    @RegisterForReflection
    public record IdentifyCustomer(
            @NotBlank @Size(max = 60) String name,
            @NotBlank @Size(max = 18) String idNumber,
            @NotBlank @Size(max = 500) String papers) {

        @Override
        public String toString() {
            return "IdentifyCustomer";
        }
    }

    /** @param recoveryCode into the customer's hand: it enrols one passkey, within half an hour */
    @RegisterForReflection
    public record RecoveryApproved(RecoveryBody recovery, String recoveryCode) {

        @Override
        public String toString() {
            return "RecoveryApproved";
        }
    }

    private final Transactions transactions;
    private final Commands commands;
    private final Identification identification;
    private final Recoveries recoveries;
    private final RecoveryStore store;
    private final RecoveryNotices notices;
    private final Caller caller;

    CounterResource(
            Transactions transactions,
            Commands commands,
            Identification identification,
            Recoveries recoveries,
            RecoveryStore store,
            RecoveryNotices notices,
            Caller caller) {
        this.transactions = transactions;
        this.commands = commands;
        this.identification = identification;
        this.recoveries = recoveries;
        this.store = store;
        this.notices = notices;
        this.caller = caller;
    }

    /** Identifies the customer by their ID card; nothing is changed yet, and the customer is told on their phone. */
    @POST
    @Idempotent
    @RolesAllowed("teller")
    @APIResponseSchema(value = RecoveryBody.class, responseCode = "201")
    public Uni<Response> propose(@NotNull @Valid IdentifyCustomer request) {
        requireTraining();
        UUID teller = caller.id();
        return identification
                .identify(teller, request.name(), request.idNumber())
                .map(result -> Outcome.orProblem(result, RecoveryStatus::of))
                .flatMap(customer -> commands.run(tx -> recoveries
                                .propose(tx, teller, customer, request.papers())
                                .map(proposed -> Reply.created(
                                        "/api/v1/staff/recoveries/"
                                                + proposed.facts().id(),
                                        RecoveryBody.of(proposed))))
                        .call(response -> notices.proposed(customer.customerId())));
    }

    /** Lets the customer back in, as somebody else: passkeys and sessions of before are out, and the customer is told. */
    @POST
    @Path("{id}/approval")
    @Idempotent
    @RolesAllowed({"loan-officer", "approver"})
    @RequiresVerification(act = "recovery.approve", resource = "/api/v1/staff/recoveries/{id}")
    @APIResponseSchema(RecoveryApproved.class)
    public Uni<Response> approve(@PathParam("id") UUID id) {
        requireTraining();
        return commands.run(tx -> approve(tx, id))
                .call(response -> response.getStatus() == Response.Status.OK.getStatusCode()
                        ? transactions
                                .run(tx -> store.find(tx, id))
                                .flatMap(found -> notices.approved(
                                        found.orElseThrow().facts().customerId()))
                        : Uni.createFrom().voidItem());
    }

    private Uni<Reply> approve(Tx tx, UUID id) {
        return recoveries
                .approve(tx, caller.id(), id)
                .map(result -> Reply.of(
                        result,
                        approval ->
                                Reply.ok(new RecoveryApproved(RecoveryBody.of(approval.recovery()), approval.code())),
                        RecoveryStatus::of));
    }

    /** Says no; the teller takes it back by it. */
    @POST
    @Path("{id}/rejection")
    @Idempotent
    @RolesAllowed({"teller", "loan-officer", "approver"})
    @APIResponseSchema(RecoveryBody.class)
    public Uni<Response> reject(@PathParam("id") UUID id) {
        return commands.run(tx -> recoveries.reject(tx, caller.id(), id).map(CounterResource::rejected));
    }

    private static Reply rejected(Result<Recovery.Rejected, RecoveryRefusal> result) {
        return Reply.of(result, rejected -> Reply.ok(RecoveryBody.of(rejected)), RecoveryStatus::of);
    }

    /** Newest first, without names. */
    @GET
    @RolesAllowed({"teller", "loan-officer", "approver", "compliance", "auditor"})
    public Uni<RestResponse<Page<RecoveryBody>>> list(@BeanParam @Valid PageQuery query, @Context UriInfo uri) {
        var before = Cursors.decodeId(query.cursor);
        return transactions
                .run(tx -> store.list(tx, before, query.limit + 1))
                .map(found -> Page.of(
                                found,
                                query.limit,
                                last -> Cursors.encode(last.facts().id().toString()))
                        .map(RecoveryBody::of)
                        .response(uri));
    }

    /** One of them with the customer's masked name and number, to be held against the card; the reading is on record. */
    @GET
    @Path("{id}")
    @RolesAllowed({"teller", "loan-officer", "approver"})
    public Uni<RecoveryBody> get(@PathParam("id") UUID id) {
        requireTraining();
        return transactions
                .run(tx -> recoveries.show(tx, caller.id(), id))
                .map(found -> found.orElseThrow(() -> new ProblemException(Problem.notFound())))
                .map(shown -> RecoveryBody.of(shown.recovery(), shown.realName()));
    }

    private void requireTraining() {
        DataReads.requireScope(caller);
    }
}
