package io.anju.identity.realname.model;

import io.anju.identity.model.ProofRefusal;
import io.anju.kernel.result.Refusal;
import java.util.Map;

/** Every reason for which a real name is not confirmed. The evidence never holds the name or the number. */
public sealed interface RealNameRefusal extends Refusal {

    /** Not eighteen characters of the standard's shape, or a region that does not exist. */
    record IdNumberMalformed() implements RealNameRefusal {
        @Override
        public String code() {
            return "ID_NUMBER_MALFORMED";
        }
    }

    /** The check character does not fit: most often a typing mistake. */
    record CheckCharacterWrong() implements RealNameRefusal {
        @Override
        public String code() {
            return "ID_NUMBER_CHECK_WRONG";
        }
    }

    /** The birth date in it does not exist or lies in the future. */
    record BirthDateImpossible() implements RealNameRefusal {
        @Override
        public String code() {
            return "ID_NUMBER_BIRTH_DATE_IMPOSSIBLE";
        }
    }

    /** Not old enough to contract alone. */
    record NotAdult(int adultYears) implements RealNameRefusal {
        @Override
        public String code() {
            return "NOT_ADULT";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("adultYears", adultYears);
        }
    }

    /** The registry says that name and number do not belong together. */
    record RegistrySaysNo() implements RealNameRefusal {
        @Override
        public String code() {
            return "REAL_NAME_NOT_CONFIRMED";
        }
    }

    /** The caller's name is confirmed already; it does not change by asking again. */
    record VerifiedAlready() implements RealNameRefusal {
        @Override
        public String code() {
            return "REAL_NAME_VERIFIED_ALREADY";
        }
    }

    /** The number belongs to another account: one ID number is one person. */
    record IdNumberTaken() implements RealNameRefusal {
        @Override
        public String code() {
            return "ID_NUMBER_TAKEN";
        }
    }

    /** The registry denied too many tries. */
    record TriedTooOften(ProofRefusal cause) implements RealNameRefusal {
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
