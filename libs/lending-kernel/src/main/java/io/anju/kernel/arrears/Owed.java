package io.anju.kernel.arrears;

/**
 * What one instalment still owes on a day; amounts in fen.
 *
 * @param number of the instalment; lower is older
 */
public record Owed(int number, long cost, long penalty, long interest, long principal) {

    /** Refuses negative amounts. */
    public Owed {
        if (cost < 0 || penalty < 0 || interest < 0 || principal < 0) {
            throw new IllegalArgumentException("a negative debt of instalment " + number);
        }
    }

    /** All of it. */
    public long total() {
        return cost + penalty + interest + principal;
    }

    /** One component of it. */
    public long of(Component component) {
        return switch (component) {
            case COST -> cost;
            case PENALTY -> penalty;
            case INTEREST -> interest;
            case PRINCIPAL -> principal;
        };
    }
}
