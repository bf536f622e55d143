package io.anju.repayment.reconciliation.http;

import io.anju.kit.caller.Caller;
import io.anju.kit.command.Commands;
import io.anju.kit.command.Idempotent;
import io.anju.kit.command.Reply;
import io.anju.kit.page.Cursors;
import io.anju.kit.page.Page;
import io.anju.kit.page.PageQuery;
import io.anju.kit.problem.Problem;
import io.anju.kit.problem.ProblemException;
import io.anju.kit.time.CivilDate;
import io.anju.kit.tx.Transactions;
import io.anju.repayment.rail.model.Channel;
import io.anju.repayment.reconciliation.Reconciling;
import io.anju.repayment.reconciliation.model.Reconciliation;
import io.anju.repayment.reconciliation.model.ReconciliationRefusal;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Each business date held against the daily files of the rail and of the wallet's institution, for staff. */
@Path("/api/v1/staff/reconciliations")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"loan-officer", "compliance", "auditor", "admin"})
@Tag(name = "Reconciliation")
public class ReconciliationResource {

    /**
     * @param date business date that is over
     * @param source whose file; the rail's when absent
     */
    @RegisterForReflection
    public record ReconciliationOrder(
            @NotNull @CivilDate LocalDate date, @Nullable Channel source) {}

    private final Commands commands;
    private final Transactions transactions;
    private final Reconciling reconciling;
    private final Caller caller;

    ReconciliationResource(Commands commands, Transactions transactions, Reconciling reconciling, Caller caller) {
        this.commands = commands;
        this.transactions = transactions;
        this.reconciling = reconciling;
        this.caller = caller;
    }

    @POST
    @Idempotent
    @RolesAllowed({"loan-officer", "admin"})
    @Operation(
            summary = "Reconcile a date",
            description =
                    "Each date begins by itself when it is over. One that has begun, or is done, is answered as it"
                            + " is; a corrected file is read again by a rereading.")
    @APIResponseSchema(value = ReconciliationView.class, responseCode = "201")
    public Uni<Response> begin(@Valid @NotNull ReconciliationOrder order) {
        LocalDate date = order.date();
        return commands.run(tx -> reconciling
                .begin(tx, orRail(order.source()), date, caller.subject())
                .map(result -> Reply.of(
                        result,
                        begun -> Reply.created(path(begun), ReconciliationView.of(begun)),
                        ReconciliationResource::status)));
    }

    @POST
    @Path("/{date}/rereadings")
    @Idempotent
    @RolesAllowed({"loan-officer", "admin"})
    @Operation(
            summary = "Read a date's file again, because it was corrected",
            description =
                    "Breaks that the corrected file no longer shows are closed by it (remedy CORRECTED, the file's version"
                            + " and hash as the reason), new ones are opened, what people have decided stays and is shown;"
                            + " the sums are made anew, for the dates behind it too. The same file again changes nothing.")
    @APIResponseSchema(value = ReconciliationView.class, responseCode = "200")
    public Uni<Response> reread(@RestPath @CivilDate LocalDate date, @RestQuery @Nullable Channel source) {
        return commands.run(tx -> reconciling
                .reread(tx, orRail(source), date, caller.subject())
                .map(result -> Reply.of(
                        result, waits -> Reply.ok(ReconciliationView.of(waits)), ReconciliationResource::status)));
    }

    private static int status(ReconciliationRefusal refusal) {
        return switch (refusal) {
            case ReconciliationRefusal.DateAhead ahead -> 422;
            case ReconciliationRefusal.UnderWay underWay -> 409;
            case ReconciliationRefusal.Unknown unknown -> 404;
            case ReconciliationRefusal.TooMany many -> 422;
        };
    }

    private static Channel orRail(@Nullable Channel source) {
        return source == null ? Channel.RAIL : source;
    }

    private static String path(Reconciliation of) {
        String path = "/api/v1/staff/reconciliations/" + of.date();
        return of.source() == Channel.RAIL ? path : path + "?source=" + of.source();
    }

    @GET
    @Operation(summary = "Reconciliations, the newest date first")
    public Uni<RestResponse<Page<ReconciliationView>>> list(
            @RestQuery @Nullable Channel source, @BeanParam @Valid PageQuery query, @Context UriInfo uri) {
        return transactions
                .run(tx -> reconciling.list(
                        tx, orRail(source), Cursors.decode(query.cursor, LocalDate::parse), query.limit + 1))
                .map(found -> Page.<Reconciliation>of(
                                found,
                                query.limit,
                                one -> Cursors.encode(one.date().toString()))
                        .map(ReconciliationView::of)
                        .response(uri));
    }

    @GET
    @Path("/{date}")
    @Operation(
            summary = "The three sides of a date",
            description = "What the rail's file, the ledger and the instalments say was moved, and whether the listed"
                    + " breaks explain the differences to the fen.")
    public Uni<ReconciliationView> get(@RestPath @CivilDate LocalDate date, @RestQuery @Nullable Channel source) {
        return transactions
                .run(tx -> reconciling.find(tx, orRail(source), date))
                .map(found ->
                        found.map(ReconciliationView::of).orElseThrow(() -> new ProblemException(Problem.notFound())));
    }
}
