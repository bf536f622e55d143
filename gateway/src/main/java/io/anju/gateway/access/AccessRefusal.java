package io.anju.gateway.access;

import io.anju.kernel.result.Refusal;
import java.util.List;

/** Why a request is not let in. */
public sealed interface AccessRefusal extends Refusal {

    /** No bearer token where one is needed. */
    record TokenMissing() implements AccessRefusal {
        @Override
        public String code() {
            return "TOKEN_MISSING";
        }
    }

    /** A token that is not good here; the reason is for logs only. */
    record TokenInvalid(String reason) implements AccessRefusal {
        @Override
        public String code() {
            return "TOKEN_INVALID";
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
