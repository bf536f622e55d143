package io.anju.care.permit.http;

import io.anju.care.permit.ContactAnswer;
import io.anju.care.permit.ContactAsk;
import io.anju.care.permit.ContactOutcomes;
import io.anju.care.permit.ContactPermits;
import io.anju.care.permit.PermitConfig;
import io.anju.care.permit.PermitTokens;
import io.anju.care.permit.model.ContactChannel;
import io.anju.care.permit.model.ContactOutcome;
import io.anju.care.permit.model.ContactPurpose;
import io.anju.care.permit.model.ContactRefusal;
import io.anju.care.permit.model.ContactRequest;
import io.anju.care.permit.model.OutcomeRefusal;
import io.anju.kit.caller.Caller;
import io.anju.kit.command.Commands;
import io.anju.kit.command.Idempotent;
import io.anju.kit.command.Reply;
import io.anju.kit.problem.FieldError;
import io.anju.kit.problem.Problem;
import io.anju.kit.problem.ProblemException;
import io.anju.kit.time.BusinessClock;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** Contact permits for partner agencies. */
@Path("/api/v1/agency")
@Produces(MediaType.APPLICATION_JSON)
public class ContactPermitsResource {

    private final ContactPermits permits;
    private final ContactOutcomes outcomes;
    private final PermitTokens tokens;
    private final PermitConfig config;
    private final Commands commands;
    private final Caller caller;
    private final BusinessClock clock;

    ContactPermitsResource(
            ContactPermits permits,
            ContactOutcomes outcomes,
            PermitTokens tokens,
            PermitConfig config,
            Commands commands,
            Caller caller,
            BusinessClock clock) {
        this.permits = permits;
        this.outcomes = outcomes;
        this.tokens = tokens;
        this.config = config;
        this.commands = commands;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * @param customer the agency's reference for the customer
     * @param plannedAt when the contact is to be; now when absent
     */
    @RegisterForReflection
    record PermitAsk(
            @NotBlank @Size(max = 64) String customer,
            @NotNull ContactPurpose purpose,
            @NotNull ContactChannel channel,
            @NotBlank @Size(max = 100) String campaign,
            @Nullable OffsetDateTime plannedAt) {}

    /**
     * @param permit JWT (ES256, type contact-permit+jwt)
     * @param relayNumber dial this instead of the customer's own number; absent for channels without one
     */
    @RegisterForReflection
    record PermitView(UUID id, String permit, @Nullable String relayNumber, Instant validFrom, Instant validUntil) {}

    @RegisterForReflection
    record OutcomeReport(@NotNull ContactOutcome outcome) {}

    /** RFC 7517, section 5. */
    @RegisterForReflection
    @Schema(name = "PermitKeySet")
    record KeySet(List<Map<String, Object>> keys) {}

    @POST
    @Path("/contact-permits")
    @RolesAllowed("agency")
    @Idempotent
    @Operation(
            summary = "May this customer be contacted?",
            description = "201 with a permit for one contact, or 403 with the first that applies of"
                    + " AGENCY_NOT_IN_STANDING, CUSTOMER_GONE, COMPLAINT_OPEN, DO_NOT_CONTACT, NO_CONSENT,"
                    + " QUIET_HOURS, CAP_REACHED. Either way the asking is recorded and shown to the customer.")
    @APIResponseSchema(value = PermitView.class, responseCode = "201")
    public Uni<Response> ask(@Valid @NotNull PermitAsk body) {
        var agency = caller.subject();
        var request = new ContactRequest(body.purpose(), body.channel(), plannedAt(body));
        var ask = new ContactAsk(body.customer(), body.campaign(), request);
        return commands.run(tx -> permits.ask(tx, agency, ask).map(ContactPermitsResource::reply));
    }

    @POST
    @Path("/contact-permits/{id}/outcome")
    @RolesAllowed("agency")
    @Idempotent
    @Operation(
            summary = "How the contact went",
            description = "Once, within a day. DO_NOT_CONTACT_AGAIN holds at once and for every agency.")
    @APIResponse(responseCode = "204", description = "Done")
    public Uni<Response> report(@PathParam("id") UUID id, @Valid @NotNull OutcomeReport body) {
        var agency = caller.subject();
        return commands.run(tx -> outcomes.report(tx, agency, id, body.outcome())
                .map(result -> Reply.of(result, taken -> Reply.noContent(), ContactPermitsResource::status)));
    }

    @GET
    @Path("/contact-permit-keys")
    @PermitAll
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "The keys that verify permits", description = "A JWK set (RFC 7517), open to anyone.")
    @APIResponseSchema(KeySet.class)
    public String keys() {
        return tokens.keySet();
    }

    private static Reply reply(ContactAnswer answer) {
        return switch (answer) {
            case ContactAnswer.Granted(var permit, var token) -> {
                var window = permit.window();
                var view = new PermitView(
                        permit.id(), token, permit.relayNumber().orElse(null), window.from(), window.until());
                yield Reply.created(view);
            }
            case ContactAnswer.Refused(ContactRefusal reason) -> Reply.recorded(Problem.of(403, reason));
            case ContactAnswer.UnknownReference unknown -> Reply.problem(Problem.notFound());
        };
    }

    private static int status(OutcomeRefusal refusal) {
        return switch (refusal) {
            case OutcomeRefusal.UnknownPermit unknown -> 404;
            case OutcomeRefusal.AlreadyReported already -> 409;
            case OutcomeRefusal.NotYetUsable early -> 409;
        };
    }

    private Instant plannedAt(PermitAsk body) {
        var now = clock.now();
        if (body.plannedAt() == null) {
            return now;
        }
        var planned = body.plannedAt().toInstant();
        if (planned.isBefore(now.minus(config.planBehind())) || planned.isAfter(now.plus(config.planAhead()))) {
            throw ProblemException.invalid(FieldError.of("plannedAt", "OUT_OF_RANGE"));
        }
        return planned;
    }
}
