package io.anju.kernel.arrears;

/** What an amount owed is made of. */
public enum Component {
    /** Costs of enforcing the claim, fees. */
    COST,
    /** Penalty and compound interest. */
    PENALTY,
    /** Interest of the period. */
    INTEREST,
    /** Principal. */
    PRINCIPAL
}
