package io.anju.contract.proof.model;

/** What can be wrong with a file that is checked, or right. */
public enum CheckFinding {
    /** It does not begin as a PDF does. */
    NOT_A_PDF,
    /** It carries no signature. */
    NOT_SIGNED,
    /** At least one byte under a signature is not what was signed. */
    CHANGED_AFTER_SEALING,
    /** Something was added behind the last signature. */
    ADDED_AFTER_SEALING,
    /** Signed, but not with this bank's seal. */
    SEAL_OF_SOMEBODY_ELSE,
    /** No contract of this bank has this very file. */
    UNKNOWN_HERE,
    /** It is the file that the customer signs, without the bank's seal. */
    ORIGINAL_WITHOUT_SEAL,
    /** It never came into force. */
    NOT_IN_FORCE,
    /** It is in force but its fact is not in the log yet; a moment's matter. */
    NOT_LOGGED_YET,
    /** The bank's seal holds over the whole file, the contract is in force, and the log proves it. */
    GENUINE
}
