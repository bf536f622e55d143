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

/** The caller's appeals. */
@Path(AppealsResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("customer")
public class AppealsResource {

    static final String PATH = "/api/v1/appeals";

    private final OwnMatters own;

    AppealsResource(OwnMatters own) {
        this.own = own;
    }

    /** What can be appealed against. */
    enum Appealable {
        DECISION,
        CHARGE,
        RISK_HOLD,
        UNLINKING
    }

    /** @param subject id of the application, charge, held act or wallet link */
    @RegisterForReflection
    record NewAppeal(
            @NotNull Appealable about,
            @NotNull UUID subject,
            @NotBlank @Size(max = 4000) String text) {}

    @POST
    @Idempotent
    @Operation(
            summary = "Appeal against a decision",
            description = "Somebody who had no part in it looks at it again. Contact by partners stops at once.")
    @APIResponseSchema(value = ComplaintView.class, responseCode = "201")
    public Uni<Response> open(@Valid @NotNull NewAppeal body) {
        return own.open(
                Kind.APPEAL, PATH, About.valueOf(body.about().name()), Optional.of(body.subject()), body.text());
    }

    @GET
    @Operation(summary = "My appeals, newest first")
    public Uni<RestResponse<Page<ComplaintView>>> list(@BeanParam @Valid PageQuery query, @Context UriInfo uri) {
        return own.list(Kind.APPEAL, query, uri);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One of my appeals, with its answer once there is one")
    @APIResponseSchema(ComplaintView.class)
    public Uni<Response> get(@PathParam("id") UUID id) {
        return own.get(Kind.APPEAL, id);
    }

    @POST
    @Path("/{id}/withdrawal")
    @HeedsIfMatch(table = "complaint")
    @Idempotent
    @Operation(summary = "Take an appeal back")
    @APIResponseSchema(ComplaintView.class)
    public Uni<Response> withdraw(@PathParam("id") UUID id) {
        return own.withdraw(Kind.APPEAL, id);
    }
}
