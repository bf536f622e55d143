package io.anju.identity.alert.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.anju.identity.alert.Alerts;
import io.anju.identity.alert.model.Alert;
import io.anju.identity.alert.model.AlertKind;
import io.anju.identity.alert.model.AlertRefusal;
import io.anju.identity.alert.model.Finding;
import io.anju.identity.disclosure.StaffReads;
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
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
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
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What risk officers have to look at. */
@Path("/api/v1/staff/alerts")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"risk-officer", "compliance", "auditor"})
public class AlertResource {

    /** States a list can be asked for. */
    public enum AlertState {
        OPEN,
        ASSIGNED,
        CLOSED
    }

    /**
     * An alert.
     *
     * @param reference id of the hold; of the person for a lock or a denial
     * @param overdue whether its time is over and nobody has closed it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @RegisterForReflection
    public record AlertView(
            UUID id,
            AlertKind kind,
            String state,
            UUID personId,
            UUID reference,
            Instant raisedAt,
            Instant dueAt,
            boolean overdue,
            @Nullable UUID owner,
            @Nullable Finding finding,
            @Nullable String note,
            @Nullable Instant closedAt) {

        static AlertView of(Alert alert, Instant now) {
            var raised = alert.raised();
            var closed = alert instanceof Alert.Closed done ? Optional.of(done) : Optional.<Alert.Closed>empty();
            return new AlertView(
                    raised.id(),
                    raised.kind(),
                    alert.state(),
                    raised.personId(),
                    raised.reference(),
                    raised.at(),
                    raised.dueAt(),
                    alert.overdue(now),
                    alert.owner().orElse(null),
                    closed.map(Alert.Closed::finding).orElse(null),
                    closed.map(Alert.Closed::note).orElse(null),
                    closed.map(Alert.Closed::at).orElse(null));
        }
    }

    /** @param note what was looked at, for the file */
    @RegisterForReflection
    public record CloseAlert(
            @NotNull Finding finding,
            @NotBlank @Size(max = 1000) String note) {}

    private final Transactions transactions;
    private final Commands commands;
    private final Alerts alerts;
    private final StaffReads reads;
    private final Caller caller;

    AlertResource(Transactions transactions, Commands commands, Alerts alerts, StaffReads reads, Caller caller) {
        this.transactions = transactions;
        this.commands = commands;
        this.alerts = alerts;
        this.reads = reads;
        this.caller = caller;
    }

    /**
     * Newest first. Whom each is about sees that it was read, as with the others here.
     *
     * @param overdue only those whose time is over
     */
    @GET
    public Uni<RestResponse<Page<AlertView>>> list(
            @QueryParam("state") @Nullable AlertState state,
            @QueryParam("owner") @Nullable UUID owner,
            @QueryParam("overdue") @DefaultValue("false") boolean overdue,
            @BeanParam @Valid PageQuery query,
            @Context UriInfo uri) {
        var before = Cursors.decodeId(query.cursor);
        var wanted = Optional.ofNullable(state).map(AlertState::name);
        return transactions
                .run(tx -> alerts.list(tx, wanted, Optional.ofNullable(owner), overdue, before, query.limit + 1)
                        .call(found -> shown(tx, found.stream().limit(query.limit))))
                .map(found -> Page.of(
                                found,
                                query.limit,
                                last -> Cursors.encode(last.raised().id().toString()))
                        .map(alert -> AlertView.of(alert, alerts.now()))
                        .response(uri));
    }

    @GET
    @Path("{id}")
    public Uni<AlertView> get(@PathParam("id") UUID id) {
        return transactions
                .run(tx -> alerts.find(tx, id).call(found -> shown(tx, found.stream())))
                .map(found -> found.map(alert -> AlertView.of(alert, alerts.now()))
                        .orElseThrow(() -> new ProblemException(Problem.notFound())));
    }

    /** The caller takes it, also from another officer. */
    @POST
    @Path("{id}/assignment")
    @Idempotent
    @RolesAllowed("risk-officer")
    @APIResponseSchema(AlertView.class)
    public Uni<Response> assign(@PathParam("id") UUID id) {
        return move(tx -> alerts.assign(tx, id, caller.id()));
    }

    /** Its owner says what they found. One about a held act is closed by deciding on that. */
    @POST
    @Path("{id}/closing")
    @Idempotent
    @RolesAllowed("risk-officer")
    @APIResponseSchema(AlertView.class)
    public Uni<Response> close(@PathParam("id") UUID id, @NotNull @Valid CloseAlert request) {
        return move(tx -> alerts.close(tx, id, caller.id(), request.finding(), request.note()));
    }

    private Uni<Void> shown(Tx tx, Stream<Alert> alerts) {
        return reads.tell(
                tx,
                StaffReads.Kind.ALERT,
                alerts.map(Alert::raised)
                        .map(raised -> new StaffReads.Shown(raised.personId(), raised.id()))
                        .toList());
    }

    private Uni<Response> move(Function<Tx, Uni<Result<Alert, AlertRefusal>>> step) {
        return commands.run(tx -> step.apply(tx)
                .call(result -> result instanceof Result.Ok<Alert, AlertRefusal>(var alert)
                        ? shown(tx, Stream.of(alert))
                        : Uni.createFrom().voidItem())
                .map(result ->
                        Reply.of(result, alert -> Reply.ok(AlertView.of(alert, alerts.now())), AlertResource::status)));
    }

    private static int status(AlertRefusal refusal) {
        return switch (refusal) {
            case AlertRefusal.NotFound ignored -> 404;
            case AlertRefusal.NotOwner ignored -> 403;
            case AlertRefusal.AboutOneself ignored -> 403;
            case AlertRefusal.ClosedAlready ignored -> 409;
            case AlertRefusal.HoldUndecided ignored -> 409;
        };
    }
}
