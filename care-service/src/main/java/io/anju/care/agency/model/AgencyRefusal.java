package io.anju.care.agency.model;

import io.anju.kernel.result.Refusal;
import java.util.Map;

/** Why an agency's state does not change. */
public sealed interface AgencyRefusal extends Refusal {

    /** Whoever proposed an agency cannot vet it. */
    record SamePerson() implements AgencyRefusal {
        @Override
        public String code() {
            return "SAME_PERSON";
        }
    }

    /** The state does not know this step. */
    record NotInThisState(String state) implements AgencyRefusal {
        @Override
        public String code() {
            return "AGENCY_STATE";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("state", state);
        }
    }

    /** Another agency signs in with this client. */
    record ClientTaken(String clientId) implements AgencyRefusal {
        @Override
        public String code() {
            return "AGENCY_CLIENT_TAKEN";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("clientId", clientId);
        }
    }
}
