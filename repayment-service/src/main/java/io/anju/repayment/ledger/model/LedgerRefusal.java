package io.anju.repayment.ledger.model;

import io.anju.kernel.result.Refusal;
import java.util.Map;
import java.util.UUID;

/** Why the ledger does not take a transfer. */
public sealed interface LedgerRefusal extends Refusal {

    /**
     * The key stands for another transfer already.
     *
     * @param wanted fen
     * @param posted fen, of the transfer in the ledger
     */
    record KeyTaken(String key, UUID transferId, long wanted, long posted) implements LedgerRefusal {
        @Override
        public String code() {
            return "TRANSFER_KEY_TAKEN";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("transfer", transferId, "wanted", wanted, "posted", posted);
        }
    }

    /**
     * A kept balance would fall below zero: more repaid than is owed, more spent than is there. The database refuses
     * it, so the transaction around it is lost too.
     *
     * @param amount fen, of the whole transfer
     */
    record BalanceTooLow(UUID loanId, long amount) implements LedgerRefusal {
        @Override
        public String code() {
            return "LEDGER_BALANCE_TOO_LOW";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("loan", loanId, "amount", amount);
        }
    }

    /** A reversal is not reversed: what was right after all is posted anew, under a key of its own. */
    record IsReversal(UUID transferId) implements LedgerRefusal {
        @Override
        public String code() {
            return "TRANSFER_IS_REVERSAL";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("transfer", transferId);
        }
    }
}
