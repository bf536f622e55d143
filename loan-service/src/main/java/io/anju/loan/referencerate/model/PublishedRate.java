package io.anju.loan.referencerate.model;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A reference rate as published: in force from its date until the day before the next publication of the same rate.
 *
 * @param date day of publication, in force from that day on (the LPR appears on the 20th at 09:00, later when a holiday)
 * @param value decimal fraction: 0.0350 is 3.50 %
 */
public record PublishedRate(Rate rate, LocalDate date, BigDecimal value) {}
