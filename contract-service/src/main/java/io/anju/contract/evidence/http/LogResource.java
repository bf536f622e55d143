package io.anju.contract.evidence.http;

import io.anju.contract.evidence.Evidence;
import io.anju.contract.evidence.EvidenceLog.Head;
import io.anju.contract.evidence.model.Hash;
import io.anju.contract.evidence.model.TilePath;
import io.anju.kit.problem.Problem;
import io.anju.kit.problem.ProblemException;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** The log, open to anyone: it holds nothing but commitments. */
@Path("/api/v1/log")
@PermitAll
public class LogResource {
    private static final String FOREVER = "public, max-age=31536000, immutable";

    private final Evidence evidence;

    LogResource(Evidence evidence) {
        this.evidence = evidence;
    }

    /**
     * That a fact is in the log.
     *
     * @param index of the leaf, from 0
     * @param size of the tree whose root the checkpoint signs
     * @param leafHash base64 of SHA-256(0x00 || entry)
     * @param entry base64 of the commitment
     * @param path base64, the leaf's sibling first
     * @param checkpoint signed note
     * @param tlogProof all of it in the C2SP tlog-proof format
     */
    @RegisterForReflection
    @Schema(name = "LeafProof")
    public record ProofView(
            UUID id,
            long index,
            long size,
            String entry,
            String leafHash,
            List<String> path,
            String checkpoint,
            String tlogProof) {}

    /**
     * That a later tree begins with an earlier one.
     *
     * @param path base64
     */
    @RegisterForReflection
    @Schema(name = "ConsistencyProof")
    public record ConsistencyView(long first, long second, List<String> path) {}

    @GET
    @Path("/checkpoint")
    @Produces("text/plain; charset=utf-8")
    @APIResponseSchema(String.class)
    public Uni<Response> checkpoint() {
        return evidence.head().map(head -> found(head.map(Head::note), "max-age=1"));
    }

    @GET
    @Path("/key")
    @Produces("text/plain; charset=utf-8")
    public Uni<String> key() {
        return evidence.verifierKey().map(key -> key + "\n");
    }

    @GET
    @Path("/tile/{path: .+}")
    @Produces("application/octet-stream")
    @APIResponseSchema(byte[].class)
    public Uni<Response> tile(String path) {
        return TilePath.parse(path)
                .map(evidence::tile)
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()))
                .map(bytes -> found(bytes, FOREVER));
    }

    @GET
    @Path("/leaves/{id}/proof")
    public Uni<ProofView> proof(UUID id) {
        return evidence.place(id).map(found -> {
            Evidence.Placed placed = found.orElseThrow(() -> new ProblemException(Problem.notFound()));
            Hash entry = placed.leaf().commitment();
            return new ProofView(
                    id,
                    placed.leaf().index(),
                    placed.size(),
                    entry.base64(),
                    Hash.leaf(entry.bytes()).base64(),
                    placed.proof().path().stream().map(Hash::base64).toList(),
                    placed.proof().checkpoint(),
                    placed.proof().text());
        });
    }

    @GET
    @Path("/consistency")
    public Uni<ConsistencyView> consistency(@QueryParam("first") long first, @QueryParam("second") long second) {
        return evidence.consistency(first, second)
                .map(found -> found.orElseThrow(() -> new ProblemException(Problem.notFound())))
                .map(path -> new ConsistencyView(
                        first, second, path.stream().map(Hash::base64).toList()));
    }

    private static <T> Response found(Optional<T> entity, String caching) {
        return Response.ok(entity.orElseThrow(() -> new ProblemException(Problem.notFound())))
                .header(HttpHeaders.CACHE_CONTROL, caching)
                .build();
    }
}
