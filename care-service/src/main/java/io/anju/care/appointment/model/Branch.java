package io.anju.care.appointment.model;

import java.time.LocalTime;

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

    public Branch {
        if (!opens.isBefore(closes) || counters < 1) {
            throw new IllegalArgumentException("branch " + id + " never serves anybody");
        }
    }
}
