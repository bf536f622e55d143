package io.anju.repayment.ledger.model;

/** By how much more (or less, when negative) is used for each part; fen, together zero. */
public record Reallocation(long costs, long penalty, long interest, long principal) {

    /** Nothing is used otherwise. */
    public static final Reallocation NONE = new Reallocation(0, 0, 0, 0);

    public Reallocation {
        if (Math.addExact(Math.addExact(costs, penalty), Math.addExact(interest, principal)) != 0) {
            throw new IllegalArgumentException(
                    "not zero: %d, %d, %d, %d".formatted(costs, penalty, interest, principal));
        }
    }

    /** From one use of the same sum to another. */
    public static Reallocation between(Receipt before, Receipt after) {
        return new Reallocation(
                after.costs() - before.costs(),
                after.penalty() - before.penalty(),
                after.interest() - before.interest(),
                after.principal() - before.principal());
    }

    /** Both together. */
    public Reallocation plus(Reallocation other) {
        return new Reallocation(
                costs + other.costs, penalty + other.penalty, interest + other.interest, principal + other.principal);
    }
}
