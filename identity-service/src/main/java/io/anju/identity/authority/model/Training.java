package io.anju.identity.authority.model;

import java.time.LocalDate;
import java.util.Optional;

/** How long a compliance training counts: it is renewed at least every second year. */
public final class Training {

    static final int YEARS_MAX = 2;

    private Training() {}

    /** Why this date is not taken as the training's last day; empty when it is. */
    public static Optional<AuthorityRefusal> refuses(LocalDate until, LocalDate today) {
        LocalDate latest = today.plusYears(YEARS_MAX);
        return until.isBefore(today) || until.isAfter(latest)
                ? Optional.of(new AuthorityRefusal.TrainingDateNotGood(today, latest))
                : Optional.empty();
    }
}
