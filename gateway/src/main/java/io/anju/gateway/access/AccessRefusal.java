package io.anju.gateway.access;

import io.anju.kernel.result.Refusal;
import java.util.List;

/** Why a request is not let in. */
public sealed interface AccessRefusal extends Refusal {

    /** No token where one is needed. */
    record TokenMissing() implements AccessRefusal {
        @Override
        public String code() {
            return "TOKEN_MISSING";
        }
    }

    /**
     * A token that is not good here.
     *
     * @param reason for logs only
     * @param challenge in the scheme that was used
     */
    record TokenInvalid(String reason, String challenge) implements AccessRefusal {
        @Override
        public String code() {
            return "TOKEN_INVALID";
        }
    }

    /** A bound token without a proof, or with several. */
    record ProofInvalid(int proofs) implements AccessRefusal {
        @Override
        public String code() {
            return "DPOP_PROOF_INVALID";
        }
    }

    /** A good token of somebody who has no business here. */
    record RoleMissing(String subject, List<String> roles) implements AccessRefusal {
        @Override
        public String code() {
            return "ROLE_MISSING";
        }
    }
}
