package io.anju.kernel.arrears;

/** How old the oldest unpaid instalment is, in the buckets of collection work: M1 is the first month. */
public enum Ageing {
    /** Nothing overdue. */
    CURRENT,
    /** 1 to 30 days. */
    M1,
    /** 31 to 60 days. */
    M2,
    /** 61 to 90 days. */
    M3,
    /** 91 to 120 days. */
    M4,
    /** 121 to 150 days. */
    M5,
    /** 151 to 180 days. */
    M6,
    /** More than 180 days. */
    M7_PLUS;

    private static final int DAYS_PER_BUCKET = 30;

    /** The bucket of so many days overdue. */
    public static Ageing ofDays(int daysOverdue) {
        if (daysOverdue <= 0) {
            return CURRENT;
        }
        int bucket = 1 + (daysOverdue - 1) / DAYS_PER_BUCKET;
        return values()[Math.min(bucket, M7_PLUS.ordinal())];
    }
}
