package io.anju.contract.proof.http;

import io.anju.contract.proof.ProofBundles;
import io.anju.kit.caller.Caller;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** Everything that proves a contract, in one file, for its owner. */
@Path("/api/v1/contracts/{id}/proof-bundle")
@RolesAllowed("customer")
public class ProofBundleResource {
    private final ProofBundles bundles;
    private final Caller caller;

    ProofBundleResource(ProofBundles bundles, Caller caller) {
        this.bundles = bundles;
        this.caller = caller;
    }

    @GET
    @Produces("application/zip")
    @APIResponseSchema(byte[].class)
    public Uni<Response> bundle(UUID id) {
        return bundles.bundle(caller.id(), id)
                .map(zip -> Response.ok(zip)
                        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"proof-" + id + ".zip\"")
                        .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                        .build());
    }
}
