package io.anju.kernel.prepay;

import io.anju.kernel.rate.AnnualRate;
import java.time.LocalDate;

/**
 * The running instalment, billed and paid before it fell due.
 *
 * @param from first day of its period
 * @param rate that it was billed at, which a repricing since then does not change
 */
public record PaidAhead(LocalDate from, AnnualRate rate) {}
