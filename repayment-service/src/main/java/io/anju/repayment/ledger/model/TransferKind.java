package io.anju.repayment.ledger.model;

/** Why value moved. */
public enum TransferKind {
    /** The loan paid out. */
    DISBURSEMENT,
    /** An instalment received, or a part of it. */
    INSTALMENT,
    /** Principal repaid before it was due. */
    PREPAYMENT,
    /** An earlier transfer undone, line by line. */
    REVERSAL
}
