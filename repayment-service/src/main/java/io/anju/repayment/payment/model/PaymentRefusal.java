package io.anju.repayment.payment.model;

import io.anju.kernel.result.Refusal;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/** Why an instalment is not debited by hand. */
public sealed interface PaymentRefusal extends Refusal {

    /** No such loan of this customer. */
    record NoSuchLoan(UUID loan) implements PaymentRefusal {
        @Override
        public String code() {
            return "NOT_FOUND";
        }
    }

    /** Not paid out yet, or repaid. */
    record LoanNotActive(UUID loan) implements PaymentRefusal {
        @Override
        public String code() {
            return "LOAN_NOT_ACTIVE";
        }
    }

    /** No such bound card of this customer, or none at all. */
    record NoSuchCard() implements PaymentRefusal {
        @Override
        public String code() {
            return "CARD_NOT_BOUND";
        }
    }

    /** No such wallet link of this customer's for this loan, or it is not in force. */
    record WalletNotLinked() implements PaymentRefusal {
        @Override
        public String code() {
            return "WALLET_NOT_LINKED";
        }
    }

    /**
     * The credit line was to pay. An instalment is never paid from consumer credit, only from the payer's own money: online
     * consumer credit may not serve home purchase, and the bank that debits decides
     * (关于加强商业银行互联网贷款业务管理提升金融服务质效的通知, CBIRC 2022-07-15).
     */
    record CreditNotAllowed(UUID wallet) implements PaymentRefusal {
        @Override
        public String code() {
            return "WALLET_CREDIT_NOT_ALLOWED";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("wallet", wallet, "allowed", "OWN");
        }
    }

    /** An order for this instalment, or one that rests on the loan's figures, is under way. */
    record UnderWay(int instalment) implements PaymentRefusal {
        @Override
        public String code() {
            return "PAYMENT_UNDER_WAY";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("instalment", instalment);
        }
    }

    /** It is paid. */
    record AlreadyPaid(int instalment) implements PaymentRefusal {
        @Override
        public String code() {
            return "INSTALMENT_ALREADY_PAID";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("instalment", instalment);
        }
    }

    /** An older one is unpaid: 民法典 第五百六十条 lets the debt that fell due first be paid first. */
    record OlderIsUnpaid(int oldest) implements PaymentRefusal {
        @Override
        public String code() {
            return "OLDER_INSTALMENT_UNPAID";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("oldest", oldest);
        }
    }

    /** Its period has not begun; what is to be repaid ahead of that is a prepayment. */
    record NotOpen(int instalment, LocalDate opensOn) implements PaymentRefusal {
        @Override
        public String code() {
            return "INSTALMENT_NOT_OPEN";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("instalment", instalment, "opensOn", opensOn);
        }
    }

    /** A prepayment waits for its day, and was offered for the loan as it is: cancelled first, it can be offered anew. */
    record PrepaymentScheduled(UUID loan, UUID prepayment, LocalDate date) implements PaymentRefusal {
        @Override
        public String code() {
            return "PREPAYMENT_SCHEDULED";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of(
                    "prepayment",
                    prepayment,
                    "date",
                    date,
                    "cancel",
                    "/api/v1/loans/%s/prepayments/%s/cancellation".formatted(loan, prepayment));
        }
    }

    /** It comes to nothing: of a few fen, neither principal nor interest reaches half a fen. */
    record NothingOwed(int instalment) implements PaymentRefusal {
        @Override
        public String code() {
            return "INSTALMENT_OWES_NOTHING";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("instalment", instalment);
        }
    }

    /** There is no such instalment. */
    record NoSuchInstalment(int instalment) implements PaymentRefusal {
        @Override
        public String code() {
            return "INSTALMENT_UNKNOWN";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("instalment", instalment);
        }
    }

    /** More than is owed, or a part of an instalment that is not due yet; fen. */
    record AmountNotFitting(long owed, long amount) implements PaymentRefusal {
        @Override
        public String code() {
            return "PAYMENT_AMOUNT_NOT_FITTING";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("owed", owed, "amount", amount);
        }
    }
}
