package io.anju.kit.dpop;

import io.anju.kernel.result.Result;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Checks proofs of possession of requests, signatures on a worker thread, and uses each up. */
@ApplicationScoped
public class Proofs {

    /** The header that carries a proof. */
    public static final String HEADER = "DPoP";

    /** What the API document says of it where tokens are given. */
    public static final String FOR_TOKENS =
            "A proof of possession (RFC 9449), for tokens that are of use to nobody without its key";

    private final ProofVerifier verifier;
    private final SpentProofs spent;
    private final Vertx vertx;
    private final CalledUrl calledUrl;

    /** @param publicUrl what callers take the service by: scheme, host and port of the gateway */
    Proofs(
            InstantSource clock,
            DpopConfig config,
            SpentProofs spent,
            Vertx vertx,
            @ConfigProperty(name = "anju.public-url") String publicUrl) {
        this.verifier = new ProofVerifier(clock, config.age(), config.ahead());
        this.spent = spent;
        this.vertx = vertx;
        this.calledUrl = new CalledUrl(publicUrl);
    }

    /** Whether the request shows anything as a proof. */
    public static boolean shownBy(HttpServerRequest request) {
        return request.headers().contains(HEADER);
    }

    /**
     * What a request for tokens proves.
     *
     * @param thumbprint of the key
     * @param nonce that the proof holds, unchecked: only who gave it knows it
     */
    public record Possession(String thumbprint, Optional<String> nonce) {}

    /** Possession of which key a request for tokens proves. */
    public Uni<Result<Possession, ProofRefusal>> check(HttpServerRequest request) {
        return check(request, Optional.empty());
    }

    /** Whether the request proves possession of the key that its access token is bound to. */
    Uni<Result<String, ProofRefusal>> check(HttpServerRequest request, ShownProof.BoundToken token) {
        return check(request, Optional.of(token)).map(checked -> checked.map(Possession::thumbprint));
    }

    private Uni<Result<Possession, ProofRefusal>> check(
            HttpServerRequest request, Optional<ShownProof.BoundToken> token) {
        var shown = new ShownProof(
                request.headers().getAll(HEADER), request.method().name(), calledUrl.of(request), token);
        return vertx.executeBlocking(() -> verifier.verify(shown), false).flatMap(verified -> switch (verified) {
            case Result.Ok<Proof, ProofRefusal>(var proof) -> spend(proof);
            case Result.Refused<Proof, ProofRefusal>(var refusal) ->
                Uni.createFrom().item(Result.refused(refusal));
        });
    }

    private Uni<Result<Possession, ProofRefusal>> spend(Proof proof) {
        return spent.spend(proof)
                .map(fresh -> fresh
                        ? Result.ok(new Possession(proof.thumbprint(), proof.nonce()))
                        : Result.refused(new ProofRefusal.Invalid("used before")));
    }
}
