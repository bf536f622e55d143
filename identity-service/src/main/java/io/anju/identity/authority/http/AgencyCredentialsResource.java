package io.anju.identity.authority.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.anju.identity.oauth.AgencyCredential;
import io.anju.identity.oauth.AgencyCredentials;
import io.anju.kit.page.Cursors;
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
import java.time.Instant;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What partner agencies authenticate with. */
@Path("/api/v1/staff/agency-credentials")
@Produces(MediaType.APPLICATION_JSON)
public class AgencyCredentialsResource {

    /**
     * @param publicKey in PEM; absent for one whose key lies in the clients' folder
     * @param suspendedAt since when the agency gets no tokens
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @RegisterForReflection
    public record CredentialBody(
            String clientId,
            @Nullable String publicKey,
            Instant admittedAt,
            @Nullable Instant suspendedAt) {

        static CredentialBody of(AgencyCredential credential) {
            return new CredentialBody(
                    credential.clientId(),
                    credential.publicKey().orElse(null),
                    credential.admittedAt(),
                    credential.suspendedAt().orElse(null));
        }
    }

    private final Transactions transactions;
    private final AgencyCredentials credentials;

    AgencyCredentialsResource(Transactions transactions, AgencyCredentials credentials) {
        this.transactions = transactions;
        this.credentials = credentials;
    }

    /** Those that staff admitted or changed, by client id. */
    @GET
    @RolesAllowed({"admin", "compliance", "auditor"})
    public Uni<RestResponse<Page<CredentialBody>>> list(@BeanParam @Valid PageQuery query, @Context UriInfo uri) {
        String after = Cursors.decode(query.cursor).orElse("");
        return transactions
                .run(tx -> credentials.list(tx, after, query.limit + 1))
                .map(found -> Page.of(found, query.limit, last -> Cursors.encode(last.clientId()))
                        .map(CredentialBody::of)
                        .response(uri));
    }
}
