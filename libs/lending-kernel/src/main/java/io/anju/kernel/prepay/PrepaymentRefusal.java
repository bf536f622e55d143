package io.anju.kernel.prepay;

import io.anju.kernel.result.Refusal;
import java.time.LocalDate;
import java.util.Map;

/** Why no prepayment figure is given. */
public sealed interface PrepaymentRefusal extends Refusal {

    /** Less than the product's minimum; fen. */
    record BelowMinimum(long minimum, long amount) implements PrepaymentRefusal {
        @Override
        public String code() {
            return "PREPAYMENT_BELOW_MINIMUM";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("minimum", minimum, "amount", amount);
        }
    }

    /** As much as is outstanding, or more: that is a settlement; fen. */
    record NotPartial(long outstanding, long amount) implements PrepaymentRefusal {
        @Override
        public String code() {
            return "PREPAYMENT_NOT_PARTIAL";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("outstanding", outstanding, "amount", amount);
        }
    }

    /** The date is not in the running period: an instalment falls due first, or it has passed. */
    record DateNotInPeriod(LocalDate date, LocalDate from, LocalDate nextDue) implements PrepaymentRefusal {
        @Override
        public String code() {
            return "PREPAYMENT_DATE_NOT_IN_PERIOD";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("date", date.toString(), "from", from.toString(), "nextDue", nextDue.toString());
        }
    }

    /** The day comes sooner after the borrower's notice than the contract allows. */
    record NoticeTooShort(LocalDate askedOn, LocalDate date, int noticeDays) implements PrepaymentRefusal {
        @Override
        public String code() {
            return "PREPAYMENT_NOTICE_TOO_SHORT";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of(
                    "askedOn", askedOn.toString(),
                    "date", date.toString(),
                    "from", askedOn.plusDays(noticeDays).toString(),
                    "noticeDays", noticeDays);
        }
    }

    /** Nothing is owed any more. */
    record AlreadySettled() implements PrepaymentRefusal {
        @Override
        public String code() {
            return "LOAN_ALREADY_SETTLED";
        }
    }
}
