package io.anju.identity.authority.http;

import io.anju.identity.authority.Proposals;
import io.anju.identity.authority.model.Separation;
import io.anju.identity.http.Language;
import io.anju.kit.page.Page;
import io.anju.kit.page.PageQuery;
import io.anju.kit.tx.Transactions;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;

/** Roles that one person never holds together. */
@Path("/api/v1/staff/role-separations")
@Produces(MediaType.APPLICATION_JSON)
public class RoleSeparationsResource {

    /** @param reason in the caller's language */
    @RegisterForReflection
    public record SeparationBody(List<String> roles, String reason) {

        static SeparationBody of(Separation pair, String language) {
            return new SeparationBody(
                    List.of(pair.one(), pair.other()), language.startsWith("zh") ? pair.reasonZh() : pair.reasonEn());
        }
    }

    private final Transactions transactions;
    private final Proposals proposals;
    private final Language language;

    RoleSeparationsResource(Transactions transactions, Proposals proposals, Language language) {
        this.transactions = transactions;
        this.proposals = proposals;
        this.language = language;
    }

    /** All pairs, with the reason of each. */
    @GET
    @RolesAllowed({"admin", "compliance", "auditor"})
    public Uni<RestResponse<Page<SeparationBody>>> list(@BeanParam @Valid PageQuery query, @Context UriInfo uri) {
        return transactions
                .run(proposals::separations)
                .map(all -> Page.from(all, query, pair -> pair.one() + " " + pair.other())
                        .map(pair -> SeparationBody.of(pair, language.tag()))
                        .response(uri));
    }
}
