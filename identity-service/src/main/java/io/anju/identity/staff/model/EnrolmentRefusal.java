package io.anju.identity.staff.model;

import io.anju.identity.model.ProofRefusal;
import io.anju.kernel.result.Refusal;
import java.util.Map;

/** Every reason for which a member of staff does not enrol. */
public sealed interface EnrolmentRefusal extends Refusal {

    /** No such code, or its person has a passkey already: the answer does not tell which. */
    record CodeNotGood() implements EnrolmentRefusal {
        @Override
        public String code() {
            return "ENROLMENT_CODE_NOT_GOOD";
        }
    }

    /** The person has enrolled in the meantime. */
    record EnrolledAlready() implements EnrolmentRefusal {
        @Override
        public String code() {
            return "ENROLLED_ALREADY";
        }
    }

    /** The passkey did not stand up. */
    record PasskeyRefused(String passkeyCode, Map<String, Object> passkeyEvidence) implements EnrolmentRefusal {
        @Override
        public String code() {
            return passkeyCode;
        }

        @Override
        public Map<String, Object> evidence() {
            return passkeyEvidence;
        }
    }

    /** Too many wrong codes from this address. */
    record TriedTooOften(ProofRefusal cause) implements EnrolmentRefusal {
        @Override
        public String code() {
            return cause.code();
        }

        @Override
        public Map<String, Object> evidence() {
            return cause.evidence();
        }
    }
}
