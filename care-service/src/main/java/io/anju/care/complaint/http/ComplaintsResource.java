package io.anju.care.complaint.http;

import io.anju.care.complaint.model.About;
import io.anju.care.complaint.model.Kind;
import io.anju.kit.command.HeedsIfMatch;
import io.anju.kit.command.Idempotent;
import io.anju.kit.page.Page;
import io.anju.kit.page.PageQuery;
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
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The caller's complaints. */
@Path(ComplaintsResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("customer")
public class ComplaintsResource {

    static final String PATH = "/api/v1/complaints";

    private final OwnMatters own;

    ComplaintsResource(OwnMatters own) {
        this.own = own;
    }

    /** @param subject id of what it is about; of a contact as in {@code GET /me/contacts} */
    @RegisterForReflection
    record NewComplaint(
            @NotNull About about,
            @Nullable UUID subject,
            @NotBlank @Size(max = 4000) String text) {}

    @POST
    @Idempotent
    @Operation(
            summary = "Complain",
            description = "Contact by partners stops at once. The answer is due on the date given.")
    @APIResponseSchema(value = ComplaintView.class, responseCode = "201")
    public Uni<Response> open(@Valid @NotNull NewComplaint body) {
        return own.open(Kind.COMPLAINT, PATH, body.about(), Optional.ofNullable(body.subject()), body.text());
    }

    @GET
    @Operation(summary = "My complaints, newest first")
    public Uni<RestResponse<Page<ComplaintView>>> list(@BeanParam @Valid PageQuery query, @Context UriInfo uri) {
        return own.list(Kind.COMPLAINT, query, uri);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One of my complaints, with its answer once there is one")
    @APIResponseSchema(ComplaintView.class)
    public Uni<Response> get(@PathParam("id") UUID id) {
        return own.get(Kind.COMPLAINT, id);
    }

    @POST
    @Path("/{id}/withdrawal")
    @HeedsIfMatch(table = "complaint")
    @Idempotent
    @Operation(summary = "Take a complaint back")
    @APIResponseSchema(ComplaintView.class)
    public Uni<Response> withdraw(@PathParam("id") UUID id) {
        return own.withdraw(Kind.COMPLAINT, id);
    }
}
