package io.anju.kernel.schedule;

/**
 * How principal is repaid. Interest is always that of the balance, paid every period.
 *
 * <p>100,000.00 yuan at 6 % over 12 months, first and last instalment:
 *
 * <table>
 *   <caption>The methods side by side</caption>
 *   <tr><th>method</th><th>first</th><th>last</th></tr>
 *   <tr><td>{@link #EQUAL_INSTALMENT}</td><td>8,606.64</td><td>8,606.69</td></tr>
 *   <tr><td>{@link #EQUAL_PRINCIPAL}</td><td>8,833.33</td><td>8,375.04</td></tr>
 *   <tr><td>{@link #BULLET}</td><td>500.00</td><td>100,500.00</td></tr>
 * </table>
 */
public enum Method {

    /** 等额本息: the same amount every period, {@code A = P·r(1+r)^n / ((1+r)^n − 1)}, and {@code P/n} at no interest. */
    EQUAL_INSTALMENT,

    /** 等额本金: the same principal every period, {@code p = P/n}, and interest on what is left. */
    EQUAL_PRINCIPAL,

    /** Interest only for a number of periods, then {@link #EQUAL_INSTALMENT} over the rest. */
    INTEREST_ONLY_THEN_EQUAL_INSTALMENT,

    /** Interest only for a number of periods, then {@link #EQUAL_PRINCIPAL} over the rest. */
    INTEREST_ONLY_THEN_EQUAL_PRINCIPAL,

    /** 按期付息、到期还本: interest every period, the whole principal with the last instalment. */
    BULLET;

    /** Whether the terms must say for how many periods only interest is paid. */
    public boolean startsWithInterestOnly() {
        return switch (this) {
            case INTEREST_ONLY_THEN_EQUAL_INSTALMENT, INTEREST_ONLY_THEN_EQUAL_PRINCIPAL -> true;
            case EQUAL_INSTALMENT, EQUAL_PRINCIPAL, BULLET -> false;
        };
    }

    /** The method once the interest-only periods, if any, are over. */
    Method repaying() {
        return switch (this) {
            case EQUAL_INSTALMENT, INTEREST_ONLY_THEN_EQUAL_INSTALMENT -> EQUAL_INSTALMENT;
            case EQUAL_PRINCIPAL, INTEREST_ONLY_THEN_EQUAL_PRINCIPAL -> EQUAL_PRINCIPAL;
            case BULLET -> BULLET;
        };
    }

    /**
     * Principal that a whole period repays, fen: never more than is outstanding, and all of it with the last instalment.
     *
     * @param outstanding before it
     * @param level of the state, {@link LoanState#instalment}
     * @param interest of the whole period
     * @param left instalments left, this one among them
     * @param interestOnly whether it is one of interest alone
     */
    long principalPart(long outstanding, long level, long interest, int left, boolean interestOnly) {
        if (left == 1) {
            return outstanding;
        }
        if (interestOnly) {
            return 0;
        }
        return switch (this) {
            case EQUAL_INSTALMENT, INTEREST_ONLY_THEN_EQUAL_INSTALMENT -> Math.clamp(level - interest, 0, outstanding);
            case EQUAL_PRINCIPAL, INTEREST_ONLY_THEN_EQUAL_PRINCIPAL -> Math.min(level, outstanding);
            case BULLET -> 0;
        };
    }
}
