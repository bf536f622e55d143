package io.anju.care.appointment.model;

import java.time.LocalTime;
import java.util.Optional;

/**
 * A branch of the bank.
 *
 * @param opens first minute of service on a working day
 * @param closes first minute without
 * @param counters how many customers are served at a time
 */
public record Branch(
        String id,
        String nameZh,
        String nameEn,
        String addressZh,
        String addressEn,
        LocalTime opens,
        LocalTime closes,
        int counters) {

    /** As many as the schedule has room for. */
    private static final int MOST_COUNTERS = 100;

    public Branch {
        if (!opens.isBefore(closes) || counters < 1) {
            throw new IllegalArgumentException("branch " + id + " never serves anybody");
        }
    }

    /**
     * What the schedule cannot keep of this branch, empty when it can keep it: appointments begin at the full and at the
     * half hour, from opening on.
     */
    public Optional<String> flaw() {
        if (opens.getMinute() % Slots.LENGTH.toMinutes() != 0 || opens.getSecond() != 0 || opens.getNano() != 0) {
            return Optional.of(
                    "branch " + id + " opens at " + opens + "; appointments begin at the full and at the half hour");
        }
        return counters > MOST_COUNTERS
                ? Optional.of("branch " + id + " has " + counters + " counters; " + MOST_COUNTERS + " are the most")
                : Optional.empty();
    }
}
