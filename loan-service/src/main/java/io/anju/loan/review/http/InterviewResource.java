package io.anju.loan.review.http;

import io.anju.kit.caller.Caller;
import io.anju.kit.command.Commands;
import io.anju.kit.command.HeedsIfMatch;
import io.anju.kit.command.Idempotent;
import io.anju.kit.command.Reply;
import io.anju.loan.application.http.ApplicationReplies;
import io.anju.loan.review.Review;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The interview at the counter: an officer asks for it, a teller records it. */
@Path("/api/v1/staff/applications/{id}/interview")
@Tag(name = "review")
@Produces(MediaType.APPLICATION_JSON)
public class InterviewResource {

    private final Commands commands;
    private final Review review;
    private final CaseReplies replies;
    private final Caller caller;

    InterviewResource(Commands commands, Review review, CaseReplies replies, Caller caller) {
        this.commands = commands;
        this.review = review;
        this.replies = replies;
        this.caller = caller;
    }

    /**
     * That the borrower was there, with their papers.
     *
     * @param note what matters for the decision, for the timeline, which the borrower reads too; nothing that names a person
     */
    @RegisterForReflection
    public record InterviewRecord(@NotBlank @Size(max = 500) String note) {}

    /** The borrower is told, and books a visit. */
    @POST
    @RolesAllowed({"loan-officer", "approver"})
    @HeedsIfMatch(table = "application")
    @Idempotent
    @Operation(summary = "Ask the borrower to the counter; 409 CLAIMED_BY_ANOTHER, NOT_POSSIBLE_IN_STATE")
    @APIResponseSchema(CaseView.class)
    public Uni<Response> require(@PathParam("id") UUID id) {
        UUID officer = caller.id();
        return commands.run(tx -> review.requireInterview(tx, id, officer).flatMap(result -> replies.of(tx, result)));
    }

    /** Back to the officers' queue. The teller sees nothing of the case in the answer. */
    @POST
    @Path("/record")
    @RolesAllowed("teller")
    @Idempotent
    @Operation(summary = "Record that the interview was held; 409 NOT_POSSIBLE_IN_STATE")
    @APIResponse(responseCode = "204", description = "Done")
    public Uni<Response> record(@PathParam("id") UUID id, @NotNull @Valid InterviewRecord body) {
        UUID teller = caller.id();
        return commands.run(tx -> review.recordInterview(tx, id, teller, body.note())
                .map(result -> ApplicationReplies.of(result, done -> Reply.noContent())));
    }
}
