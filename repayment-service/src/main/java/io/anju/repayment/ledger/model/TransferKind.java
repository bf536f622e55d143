package io.anju.repayment.ledger.model;

/** Why value moved. */
public enum TransferKind {
    /** The loan paid out. */
    DISBURSEMENT,
    /** An instalment received, or a part of it. */
    INSTALMENT,
    /** Principal repaid before it was due. */
    PREPAYMENT,
    /** Money that the rail shows, kept until it is known whose it is. */
    SUSPENSE,
    /** The same money, taken out again. */
    RELEASE,
    /** What later payments are used for once an earlier one was undone; no money comes or goes. */
    REALLOCATION,
    /** Credit that a wallet's institution took for an instalment, kept until it is given back. */
    CREDIT_TAKEN,
    /** The same money, given back. */
    CREDIT_RETURNED,
    /** An earlier transfer undone, line by line. */
    REVERSAL
}
