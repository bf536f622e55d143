package io.anju.care.appointment.http;

import io.anju.care.appointment.Appointments;
import io.anju.care.appointment.Schedule.Wish;
import io.anju.care.appointment.model.Matter;
import io.anju.kit.caller.Caller;
import io.anju.kit.command.Commands;
import io.anju.kit.command.HeedsIfMatch;
import io.anju.kit.command.Idempotent;
import io.anju.kit.command.Reply;
import io.anju.kit.http.ETags;
import io.anju.kit.page.Cursors;
import io.anju.kit.page.Page;
import io.anju.kit.page.PageQuery;
import io.anju.kit.problem.Problem;
import io.anju.kit.problem.ProblemException;
import io.anju.kit.time.CivilDate;
import io.anju.kit.tx.Transactions;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
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
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The caller's branch visits. */
@Path("/api/v1/appointments")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("customer")
public class AppointmentsResource {

    private final Appointments appointments;
    private final Transactions transactions;
    private final Commands commands;
    private final Caller caller;

    AppointmentsResource(Appointments appointments, Transactions transactions, Commands commands, Caller caller) {
        this.appointments = appointments;
        this.transactions = transactions;
        this.commands = commands;
        this.caller = caller;
    }

    /** @param subject the application, contract, loan or complaint to go on with at the counter */
    @RegisterForReflection
    record Booking(
            @NotBlank String branch,
            @NotNull @CivilDate LocalDate date,
            @NotNull LocalTime time,
            @NotNull Matter matter,
            @Nullable UUID subject) {}

    @POST
    @Idempotent
    @Operation(summary = "Book a branch visit", description = "The handover code opens the case at the counter.")
    @APIResponseSchema(value = AppointmentView.class, responseCode = "201")
    public Uni<Response> book(@Valid @NotNull Booking body) {
        var wish = new Wish(caller.id(), body.date(), body.time(), body.matter(), Optional.ofNullable(body.subject()));
        return commands.run(tx -> appointments
                .book(tx, body.branch(), wish)
                .map(result -> Reply.of(
                        result,
                        entry -> Reply.created("/api/v1/appointments/" + entry.id(), AppointmentView.of(entry))
                                .withETag(entry.version()),
                        AppointmentStatus::of)));
    }

    @GET
    @Operation(summary = "My branch visits, newest first")
    public Uni<RestResponse<Page<AppointmentView>>> list(@BeanParam @Valid PageQuery query, @Context UriInfo uri) {
        var customer = caller.id();
        var before = Cursors.decodeId(query.cursor);
        return transactions
                .run(tx -> appointments.list(tx, customer, before, query.limit + 1))
                .map(rows -> Page.of(
                                rows,
                                query.limit,
                                last -> Cursors.encode(last.id().toString()))
                        .map(AppointmentView::of)
                        .response(uri));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One of my branch visits")
    @APIResponseSchema(AppointmentView.class)
    public Uni<Response> get(@PathParam("id") UUID id) {
        var customer = caller.id();
        return transactions
                .run(tx -> appointments.find(tx, customer, id))
                .map(found -> found.orElseThrow(() -> new ProblemException(Problem.notFound())))
                .map(entry -> ETags.response(entry.version(), AppointmentView.of(entry)));
    }

    @POST
    @Path("/{id}/cancellation")
    @HeedsIfMatch(table = "appointment")
    @Idempotent
    @Operation(summary = "Cancel a branch visit", description = "Until it begins; the counter is free again at once.")
    @APIResponseSchema(AppointmentView.class)
    public Uni<Response> cancel(@PathParam("id") UUID id) {
        var customer = caller.id();
        return commands.run(tx -> appointments
                .cancel(tx, customer, id)
                .map(result -> Reply.of(
                        result,
                        entry -> Reply.ok(AppointmentView.of(entry)).withETag(entry.version()),
                        AppointmentStatus::of)));
    }
}
