package io.anju.repayment.ledger.model;

/**
 * What a sum received pays, in fen. Interest is negative when a borrower who paid ahead is given some back out of a
 * larger repayment.
 *
 * @param costs fees and compensation
 * @param penalty penalty and compound interest
 * @param interest interest at the contract rate
 * @param principal of the money lent
 */
public record Receipt(long costs, long penalty, long interest, long principal) {

    public Receipt {
        if (costs < 0 || penalty < 0 || principal < 0) {
            throw new IllegalArgumentException("negative part: " + costs + ", " + penalty + ", " + principal);
        }
    }

    /** Fen received in all. */
    public long total() {
        return Math.addExact(Math.addExact(costs, penalty), Math.addExact(interest, principal));
    }

    /** Both together. */
    public Receipt plus(Receipt other) {
        return new Receipt(
                Math.addExact(costs, other.costs),
                Math.addExact(penalty, other.penalty),
                Math.addExact(interest, other.interest),
                Math.addExact(principal, other.principal));
    }
}
