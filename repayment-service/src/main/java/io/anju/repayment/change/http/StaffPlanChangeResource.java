package io.anju.repayment.change.http;

import io.anju.kit.access.ReadPurpose;
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
import io.anju.repayment.change.CounterChanging;
import io.anju.repayment.change.http.PlanChangeResource.PlanChangeAsk;
import io.anju.repayment.change.model.CounterChange;
import io.anju.repayment.loan.LoanReads;
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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** Changing the plan at the counter: a teller opens it for the customer present, a second person decides. */
@Path("/api/v1/staff/loans/{loan}/plan-changes")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"teller", "approver", "auditor"})
@Tag(name = "Plan changes")
@RegisterForReflection(targets = CounterChange.Paper.class)
public class StaffPlanChangeResource {

    /**
     * @param change what the customer asks for
     * @param identifiedBy the paper by which the customer was identified
     * @param reason why it is done at the counter; nothing that names a person
     */
    @RegisterForReflection
    public record CounterChangeOrder(
            @NotNull @Valid PlanChangeAsk change,
            CounterChange.@NotNull Paper identifiedBy,
            @NotBlank @Size(max = 500) String reason) {

        CounterChanging.Wish wish() {
            return new CounterChanging.Wish(change.ask(), identifiedBy, reason);
        }
    }

    /** The second person's word. */
    @RegisterForReflection
    public record CounterChangeDecision(@NotNull Boolean approved) {}

    private final Commands commands;
    private final Transactions transactions;
    private final CounterChanging changing;
    private final LoanReads reads;
    private final Caller caller;

    StaffPlanChangeResource(
            Commands commands, Transactions transactions, CounterChanging changing, LoanReads reads, Caller caller) {
        this.commands = commands;
        this.transactions = transactions;
        this.changing = changing;
        this.reads = reads;
        this.caller = caller;
    }

    @POST
    @Idempotent
    @RolesAllowed("teller")
    @Operation(
            summary = "Open a change of plan for the customer who is present",
            description = "Where the rule allows it, and where only conditions are unmet from which two people at the"
                    + " counter may let it off. Nothing changes before an approver has decided; the customer is told.")
    @APIResponseSchema(value = CounterChangeView.class, responseCode = "201")
    public Uni<Response> open(@RestPath UUID loan, @Valid @NotNull CounterChangeOrder order) {
        return commands.run(tx -> changing.open(tx, loan, order.wish(), caller.id())
                .map(result -> Reply.of(
                        result,
                        shown -> Reply.created(
                                path(loan) + "/" + shown.change().opening().id(), CounterChangeView.of(shown)),
                        ChangeReplies::status)));
    }

    @POST
    @Path("/{id}/decision")
    @Idempotent
    @RolesAllowed("approver")
    @RequiresVerification(act = "plan.approve", resource = "/api/v1/staff/loans/{loan}/plan-changes/{id}")
    @Operation(
            summary = "Decide; 403 SAME_PERSON to who opened it",
            description = "Approved, the loan is changed at once as it is now, or once the amendment of its contract is"
                    + " sealed; refused where more stands against it by now than the conditions in unmet.")
    @APIResponseSchema(CounterChangeView.class)
    public Uni<Response> decide(
            @RestPath UUID loan, @RestPath UUID id, @Valid @NotNull CounterChangeDecision decision) {
        return commands.run(tx -> changing.decide(tx, loan, id, decision.approved(), caller.id())
                .map(result ->
                        Reply.of(result, change -> Reply.ok(CounterChangeView.of(change)), ChangeReplies::status)));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One change from the counter, with what it comes to as long as it waits")
    public Uni<CounterChangeView> get(@RestPath UUID loan, @RestPath UUID id) {
        return transactions
                .run(tx -> changing.find(tx, loan, id)
                        .call(found -> found.isPresent()
                                ? told(tx, loan, "/" + id)
                                : Uni.createFrom().voidItem()))
                .map(found -> CounterChangeView.of(found.orElseThrow(() -> new ProblemException(Problem.notFound()))));
    }

    @GET
    @Operation(summary = "Changes of a loan from the counter, the newest first")
    public Uni<RestResponse<Page<CounterChangeView>>> list(
            @RestPath UUID loan, @BeanParam @Valid PageQuery query, @Context UriInfo uri) {
        return transactions
                .run(tx -> changing.list(tx, loan, Cursors.decodeId(query.cursor), query.limit + 1)
                        .call(found -> told(tx, loan, "")))
                .map(found -> Page.<CounterChange>of(
                                found,
                                query.limit,
                                change -> Cursors.encode(change.opening().id().toString()))
                        .map(CounterChangeView::of)
                        .response(uri));
    }

    private Uni<Void> told(Tx tx, UUID loan, String which) {
        return reads.tell(tx, loan, ReadPurpose.BRANCH_VISIT, path(loan) + which);
    }

    private static String path(UUID loan) {
        return "/api/v1/staff/loans/" + loan + "/plan-changes";
    }
}
