package io.anju.kit.dpop;

import io.anju.kernel.result.Refusal;
import io.anju.kit.problem.Problem;
import io.anju.kit.token.Challenges;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Map;

/** Why a proof of possession was not accepted. Callers learn only the code; the reason is for logs. */
public sealed interface ProofRefusal extends Refusal {

    /** Short words, never the proof itself. */
    String reason();

    /** As a protected resource answers it (RFC 9449, section 7.1). */
    Problem problem();

    @Override
    default Map<String, Object> evidence() {
        return Map.of();
    }

    /** The proof does not stand up to RFC 9449, section 4.3, or was used before. */
    record Invalid(String reason) implements ProofRefusal {

        @Override
        public String code() {
            return "DPOP_PROOF_INVALID";
        }

        @Override
        public Problem problem() {
            return Problem.of(401, this).withHeader(HttpHeaders.WWW_AUTHENTICATE, Challenges.BAD_PROOF);
        }
    }

    /** It is a good proof of another key than the token is bound to (RFC 9449, figure 16). */
    record OtherKey() implements ProofRefusal {

        @Override
        public String reason() {
            return "another key than the token's";
        }

        @Override
        public String code() {
            return "TOKEN_INVALID";
        }

        @Override
        public Problem problem() {
            return Problem.of(401, this).withHeader(HttpHeaders.WWW_AUTHENTICATE, Challenges.BAD_BOUND);
        }
    }
}
