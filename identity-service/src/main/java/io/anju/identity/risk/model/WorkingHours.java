package io.anju.identity.risk.model;

/**
 * The hours of the day, in Asia/Shanghai, outside which movements of money are unusual.
 *
 * @param begin the first one, 0 to 23
 * @param end the first one after them, at most 24
 */
public record WorkingHours(int begin, int end) {

    private static final int DAY = 24;

    public WorkingHours {
        if (begin < 0 || begin >= end || end > DAY) {
            throw new IllegalArgumentException("no working hours: " + begin + " to " + end);
        }
    }

    /** Whether this hour is outside them. */
    public boolean off(int hour) {
        return hour < begin || hour >= end;
    }
}
