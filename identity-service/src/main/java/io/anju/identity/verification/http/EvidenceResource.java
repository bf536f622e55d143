package io.anju.identity.verification.http;

import io.anju.identity.verification.VerificationProofs;
import io.anju.identity.verification.model.PasskeyEvidence;
import io.anju.identity.verification.model.Verification;
import io.anju.kit.caller.Caller;
import io.anju.kit.problem.Problem;
import io.anju.kit.problem.ProblemException;
import io.anju.kit.tx.Transactions;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Instant;
import java.util.UUID;

/** The assertion behind a verification token, for the service that the token was for: it keeps it as evidence. */
@Path("/internal/verifications")
@RolesAllowed("service")
public class EvidenceResource {

    /**
     * Enough for a stranger to check the signature; see
     * {@link io.anju.identity.verification.model.ActChallenge} for how {@code challenge} follows from the rest.
     *
     * @param publicKey COSE_Key, base64url like all binary values
     * @param clientDataJSON as WebAuthn names it
     */
    @RegisterForReflection
    public record Evidence(
            UUID verification,
            UUID jti,
            UUID personId,
            String act,
            String audience,
            String resource,
            String bodySha256,
            String nonce,
            String challenge,
            String credentialId,
            String publicKey,
            String clientDataJSON,
            String authenticatorData,
            String signature,
            Instant provenAt) {

        static Evidence of(Verification.Proven proven, PasskeyEvidence evidence) {
            var opened = proven.opened();
            return new Evidence(
                    opened.id(),
                    proven.tokenId(),
                    opened.personId(),
                    opened.act().type(),
                    opened.act().audience(),
                    opened.act().resource(),
                    opened.act().bodySha256(),
                    opened.nonce(),
                    opened.challenge(),
                    evidence.credentialId(),
                    evidence.publicKey(),
                    evidence.clientDataJson(),
                    evidence.authenticatorData(),
                    evidence.signature(),
                    proven.at());
        }
    }

    private final Transactions transactions;
    private final VerificationProofs proofs;
    private final Caller caller;

    EvidenceResource(Transactions transactions, VerificationProofs proofs, Caller caller) {
        this.transactions = transactions;
        this.proofs = proofs;
        this.caller = caller;
    }

    /** Not found for another service's token, and for one that an SMS code proved. */
    @GET
    @Path("{jti}/evidence")
    public Uni<Evidence> evidence(@PathParam("jti") UUID jti) {
        return transactions
                .run(tx -> proofs.findEvidence(tx, jti, caller.subject()))
                .map(found -> found.flatMap(proven -> proven.evidence().map(evidence -> Evidence.of(proven, evidence)))
                        .orElseThrow(() -> new ProblemException(Problem.notFound())));
    }
}
