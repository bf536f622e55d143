package io.anju.kit.event;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.JsonNode;
import io.anju.kit.caller.Caller;
import io.anju.kit.command.SafeToRepeat;
import io.anju.kit.problem.Problem;
import io.anju.kit.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Where other services tell their events: CloudEvents 1.0, structured JSON. */
@Path("/internal/events")
@RolesAllowed("service")
public class InboxResource {

    private static final int BATCH_MOST = 500;

    private final Inbox inbox;
    private final InboxSources sources;
    private final Caller caller;

    InboxResource(Inbox inbox, InboxSources sources, Caller caller) {
        this.inbox = inbox;
        this.sources = sources;
        this.caller = caller;
    }

    /** CloudEvents allows attributes that we do not read, such as {@code specversion}. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Told(
            @NotNull UUID id,
            @NotNull @Size(max = 100) String source,
            @NotNull @Size(max = 100) String type,
            @NotNull @Size(max = 100) String subject,
            @NotNull Instant time,
            @NotNull JsonNode data) {}

    @POST
    @SafeToRepeat("an event is kept once, by its id")
    @Consumes({"application/cloudevents+json", "application/json"})
    @Operation(hidden = true)
    public Uni<Void> receive(
            @HeaderParam(DeliveredBefore.HEADER) @Nullable OffsetDateTime deliveredBefore, @Valid @NotNull Told told) {
        return noting(deliveredBefore, inbox.receive(heard(told)));
    }

    /** Batched JSON (CloudEvents 1.0, JSON format §4): all are taken or none. */
    @POST
    @SafeToRepeat("each event is kept once, by its id")
    @Consumes("application/cloudevents-batch+json")
    @Operation(hidden = true)
    public Uni<Void> receiveAll(
            @HeaderParam(DeliveredBefore.HEADER) @Nullable OffsetDateTime deliveredBefore,
            @NotNull @Size(min = 1, max = BATCH_MOST) List<@Valid @NotNull Told> told) {
        return noting(
                deliveredBefore, inbox.receiveAll(told.stream().map(this::heard).toList()));
    }

    private Uni<Void> noting(@Nullable OffsetDateTime deliveredBefore, Uni<Void> receiving) {
        if (deliveredBefore == null) {
            return receiving;
        }
        String source = caller.subject();
        return receiving.chain(() -> sources.note(source, deliveredBefore.toInstant()));
    }

    private CloudEvent heard(Told told) {
        // A service may only tell events of its own.
        if (!told.source().equals("/" + caller.subject())) {
            throw new ProblemException(Problem.of(403, "EVENT_SOURCE_IS_NOT_CALLER"));
        }
        return new CloudEvent(told.id(), caller.subject(), told.type(), told.subject(), told.time(), told.data());
    }
}
