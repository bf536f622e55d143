package io.anju.care.permit.model;

import io.anju.kernel.result.Refusal;
import java.util.Map;

/** Why a permit does not connect a contact. */
public sealed interface RedemptionRefusal extends Refusal {

    /** Not signed by us, for another use, or of a contact that is not on record. */
    record NotAPermit() implements RedemptionRefusal {
        @Override
        public String code() {
            return "PERMIT_INVALID";
        }
    }

    /** Its window has not opened or is over. */
    record NotNow() implements RedemptionRefusal {
        @Override
        public String code() {
            return "PERMIT_NOT_VALID_NOW";
        }
    }

    /** A permit is good for one contact. */
    record Used() implements RedemptionRefusal {
        @Override
        public String code() {
            return "PERMIT_USED";
        }
    }

    /** What has changed since it was given: the contact is refused after all. */
    record NoLonger(ContactRefusal reason) implements RedemptionRefusal {
        @Override
        public String code() {
            return reason.code();
        }

        @Override
        public Map<String, Object> evidence() {
            return reason.evidence();
        }
    }
}
