package io.anju.repayment.wallet.model;

import io.anju.kernel.result.Refusal;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** Why a wallet is not linked, used or unlinked. */
public sealed interface WalletRefusal extends Refusal {

    /** No such loan of this customer. */
    record LoanUnknown(UUID loan) implements WalletRefusal {
        @Override
        public String code() {
            return "WALLET_LOAN_UNKNOWN";
        }
    }

    /** No such link of this customer, or no closing of it. */
    record NotFound(UUID id) implements WalletRefusal {
        @Override
        public String code() {
            return "NOT_FOUND";
        }
    }

    /** The loan is not paid out yet, or repaid. */
    record LoanNotActive(UUID loan) implements WalletRefusal {
        @Override
        public String code() {
            return "LOAN_NOT_ACTIVE";
        }
    }

    /** The loan has a wallet, or one that waits for its agreement to be signed. */
    record AlreadyLinked(UUID link) implements WalletRefusal {
        @Override
        public String code() {
            return "WALLET_ALREADY_LINKED";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("link", link);
        }
    }

    /** The institution knows no wallet that shows this code. */
    record CodeWrong() implements WalletRefusal {
        @Override
        public String code() {
            return "WALLET_CODE_WRONG";
        }
    }

    /** The request was overtaken by a newer one, or nobody came back for a day: it is made anew. */
    record GivenUp(UUID link) implements WalletRefusal {
        @Override
        public String code() {
            return "WALLET_REQUEST_GIVEN_UP";
        }
    }

    /** The link is not in force: not agreed yet, closing, or closed. */
    record NotInForce(UUID link) implements WalletRefusal {
        @Override
        public String code() {
            return "WALLET_LINK_NOT_IN_FORCE";
        }
    }

    /** Another step of the closing comes first, or it is over; {@code step} is the present one. */
    record OutOfTurn(String step) implements WalletRefusal {
        @Override
        public String code() {
            return "WALLET_UNLINKING_OUT_OF_TURN";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("step", step, "next", next(step));
        }

        /** What comes next, in the words of the closing itself; of one that is over a new closing. */
        private static String next(String step) {
            return switch (step) {
                case "ASSESSED" -> "TAKE_REPORT";
                case "REPORTED" -> "SETTLE_INSTALMENT";
                case "SETTLED" -> "VERIFY_AND_CONFIRM";
                case "CONFIRMED" -> "WAIT";
                default -> "BEGIN";
            };
        }
    }

    /** An instalment is due and unpaid: the current one is settled before the wallet goes, there. {@code owed} in fen. */
    record InstalmentOpen(UUID loan, int instalment, long owed) implements WalletRefusal {
        @Override
        public String code() {
            return "WALLET_INSTALMENT_OPEN";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("instalment", instalment, "owed", owed, "pay", "/api/v1/loans/" + loan + "/payments");
        }
    }

    /** A payment of this instalment is under way; its outcome is known in a moment. */
    record PaymentUnderWay(int instalment) implements WalletRefusal {
        @Override
        public String code() {
            return "PAYMENT_UNDER_WAY";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("instalment", instalment);
        }
    }

    /** The window in which a closing is undone is over. */
    record UndoTooLate(Instant until) implements WalletRefusal {
        @Override
        public String code() {
            return "WALLET_UNDO_TOO_LATE";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("until", until);
        }
    }
}
