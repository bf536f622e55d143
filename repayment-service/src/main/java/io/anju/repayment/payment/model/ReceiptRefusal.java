package io.anju.repayment.payment.model;

import io.anju.kernel.result.Refusal;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/** Why money that came by a transfer notice is not taken for a loan. */
public sealed interface ReceiptRefusal extends Refusal {

    /** No such loan. */
    record NoSuchLoan(UUID loan) implements ReceiptRefusal {
        @Override
        public String code() {
            return "NOT_FOUND";
        }
    }

    /** Not paid out yet, or repaid. */
    record LoanNotActive(UUID loan) implements ReceiptRefusal {
        @Override
        public String code() {
            return "LOAN_NOT_ACTIVE";
        }
    }

    /** A debit of this loan is under way: what is left to pay is known once its outcome is. */
    record UnderWay(UUID loan) implements ReceiptRefusal {
        @Override
        public String code() {
            return "PAYMENT_UNDER_WAY";
        }
    }

    /** More than is due; fen. What is to be repaid ahead of that is a prepayment. */
    record MoreThanDue(long due, long amount) implements ReceiptRefusal {
        @Override
        public String code() {
            return "RECEIPT_MORE_THAN_DUE";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("due", due, "amount", amount);
        }
    }

    /** Money comes neither before the loan has begun nor after today. */
    record DayNotPossible(LocalDate valueDate, LocalDate begun, LocalDate today) implements ReceiptRefusal {
        @Override
        public String code() {
            return "RECEIPT_DAY_NOT_POSSIBLE";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("valueDate", valueDate, "begun", begun, "today", today);
        }
    }

    /** The instalment was paid in part, or waived, after that day: what was reckoned then is taken back first. */
    record DayOvertaken(int instalment, LocalDate valueDate, LocalDate reckonedTo) implements ReceiptRefusal {
        @Override
        public String code() {
            return "RECEIPT_DAY_OVERTAKEN";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("instalment", instalment, "valueDate", valueDate, "reckonedTo", reckonedTo);
        }
    }

    /** The notice has been posted before, for this loan or another. */
    record NoticeUsed(String notice) implements ReceiptRefusal {
        @Override
        public String code() {
            return "RECEIPT_NOTICE_USED";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("notice", notice);
        }
    }
}
