package io.anju.contract.registration.model;

import io.anju.kernel.result.Refusal;
import java.util.Map;

/** Why a mortgage is not applied for. */
public sealed interface RegistrationRefusal extends Refusal {
    /** Only what the registry has refused is applied for again. */
    record NotRejected(String state) implements RegistrationRefusal {
        @Override
        public String code() {
            return "MORTGAGE_NOT_REJECTED";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("state", state);
        }
    }
}
