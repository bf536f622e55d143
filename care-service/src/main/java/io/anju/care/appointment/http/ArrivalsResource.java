package io.anju.care.appointment.http;

import io.anju.care.appointment.AppointmentEntry;
import io.anju.care.appointment.Appointments;
import io.anju.care.appointment.model.AppointmentRefusal;
import io.anju.care.appointment.model.Matter;
import io.anju.kernel.result.Result;
import io.anju.kit.access.DataReads;
import io.anju.kit.access.ReadPurpose;
import io.anju.kit.caller.Caller;
import io.anju.kit.command.Commands;
import io.anju.kit.command.Idempotent;
import io.anju.kit.command.Reply;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** The counter half of an online case: a teller takes it over by the customer's code. */
@Path("/api/v1/staff/appointments/arrivals")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("teller")
public class ArrivalsResource {

    private final Appointments appointments;
    private final Commands commands;
    private final DataReads reads;
    private final Caller caller;

    ArrivalsResource(Appointments appointments, Commands commands, DataReads reads, Caller caller) {
        this.appointments = appointments;
        this.commands = commands;
        this.reads = reads;
        this.caller = caller;
    }

    @RegisterForReflection
    record Arrival(@NotBlank @Size(max = 20) String code) {}

    /** @param subject the application, contract, loan or complaint to go on with */
    @RegisterForReflection
    record CaseView(
            UUID appointment,
            UUID customerId,
            Matter matter,
            @Nullable UUID subject,
            int counter) {

        static CaseView of(AppointmentEntry entry) {
            var visit = entry.appointment().visit();
            return new CaseView(
                    entry.id(),
                    visit.customer(),
                    visit.matter(),
                    visit.subject().orElse(null),
                    visit.counter());
        }
    }

    @POST
    @Idempotent
    @Operation(summary = "The customer is here", description = "On the day of the appointment; opens the case.")
    @APIResponseSchema(CaseView.class)
    public Uni<Response> arrive(@Valid @NotNull Arrival body) {
        var teller = caller.id();
        return commands.run(tx -> appointments
                .arrive(tx, teller, body.code())
                .call(result ->
                        result instanceof Result.Ok<AppointmentEntry, AppointmentRefusal>(AppointmentEntry entry)
                                ? reads.tell(
                                        tx,
                                        entry.appointment().visit().customer(),
                                        ReadPurpose.BRANCH_VISIT,
                                        "/api/v1/appointments/" + entry.id())
                                : Uni.createFrom().voidItem())
                .map(result -> Reply.of(result, entry -> Reply.ok(CaseView.of(entry)), AppointmentStatus::of)));
    }
}
