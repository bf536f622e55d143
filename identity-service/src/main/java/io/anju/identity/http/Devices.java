package io.anju.identity.http;

import io.anju.identity.session.Device;
import io.anju.kernel.result.Result;
import io.anju.kit.dpop.ProofRefusal;
import io.anju.kit.dpop.Proofs;
import io.anju.kit.problem.Problem;
import io.anju.kit.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The device that a request comes from: what it tells of itself, and the key that it proves to hold (RFC 9449). */
@RequestScoped
public class Devices {

    private final HttpServerRequest request;
    private final Proofs proofs;

    Devices(HttpServerRequest request, Proofs proofs) {
        this.request = request;
        this.proofs = proofs;
    }

    /** The thumbprint of the key that is proved; empty without a proof. */
    public Uni<Result<Optional<String>, ProofRefusal>> key() {
        return possession().map(checked -> checked.map(possession -> possession.map(Proofs.Possession::thumbprint)));
    }

    /** The key that is proved, with the nonce that its proof holds; empty without a proof. */
    public Uni<Result<Optional<Proofs.Possession>, ProofRefusal>> possession() {
        return Proofs.shownBy(request)
                ? proofs.check(request).map(checked -> checked.map(Optional::of))
                : Uni.createFrom().item(Result.ok(Optional.empty()));
    }

    /**
     * The device, before anything else is done for it.
     *
     * @throws ProblemException {@code 400} for a proof that is none, and for a declaration without a proof
     */
    public Uni<Device> of(@Nullable DeviceBody told) {
        return key().map(checked -> switch (checked) {
            case Result.Ok<Optional<String>, ProofRefusal>(var key) -> proven(DeviceBody.device(told, key));
            // RFC 9449 §5: for who asks for tokens a bad proof is a bad request, and no challenge.
            case Result.Refused<Optional<String>, ProofRefusal>(var refusal) ->
                throw new ProblemException(Problem.of(400, refusal));
        });
    }

    private static Device proven(Device device) {
        if (device.declaresKey() && device.key().isEmpty()) {
            throw new ProblemException(Problem.of(400, "DPOP_PROOF_MISSING"));
        }
        return device;
    }
}
