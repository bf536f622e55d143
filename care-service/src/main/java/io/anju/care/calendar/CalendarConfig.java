package io.anju.care.calendar;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of the calendar. */
@ConfigMapping(prefix = "anju.care.calendar")
public interface CalendarConfig {

    /**
     * Takes weekends for the only days off in years whose holidays are not known. For the development stack, whose business
     * date can be moved far ahead; production refuses it.
     */
    @WithDefault("false")
    boolean openEnded();

    /** How many days before the calendar ends the log begins to say so. The notice for a year comes out in November. */
    @WithDefault("60")
    int warnDays();
}
