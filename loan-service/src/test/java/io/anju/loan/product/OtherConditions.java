package io.anju.loan.product;

import io.vertx.mutiny.sqlclient.Pool;

/**
 * A version of the first home with other conditions than the default, offered in the first months of 2024 only, so that no
 * test of what is offered today meets it.
 */
public final class OtherConditions {

    /** Its number. */
    public static final int VERSION = 99;

    private static final String PRODUCT = """
            INSERT INTO product_version VALUES
                ('FIRST_HOME', 99, '2024-01-01', '首套个人住房贷款', 'First home loan', 0.15, 0.85, 12, 360, 70, 'EQUAL_INSTALMENT')
            ON CONFLICT DO NOTHING
            """;

    private static final String TRANCHE = """
            INSERT INTO product_tranche (code, version, kind, rate_family, rate_basis, spread, rate_period_months,
                first_period, split_period, late_multiplier, grace_days, late_day_count, compound_interest, holidays,
                prepayment_minimum, compensation_months, compensation_share, part_collection, repricing_day)
            VALUES ('FIRST_HOME', 99, 'COMMERCIAL', 'LPR', 'FLOATING', -0.0045, 12,
                'WHOLE_MONTHS_AND_DAYS', 'SHARE_OF_PERIOD', %s, 0, 'ACT_365', false, 'DUE_DATE_MOVES',
                500000, 12, 0.01, false, 'START')
            ON CONFLICT DO NOTHING
            """;

    private OtherConditions() {}

    /** Puts it into the database, where products come from. */
    public static void insert(Pool pool) {
        run(pool, PRODUCT);
        insertTranche(pool, "1.3");
    }

    /** Puts its tranche there, with that multiplier of the contract rate for lateness. */
    public static void insertTranche(Pool pool, String multiplier) {
        run(pool, TRANCHE.formatted(multiplier));
    }

    private static void run(Pool pool, String sql) {
        pool.query(sql).execute().await().indefinitely();
    }
}
