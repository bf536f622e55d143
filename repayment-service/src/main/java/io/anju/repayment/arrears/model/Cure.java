package io.anju.repayment.arrears.model;

import java.time.LocalDate;

/**
 * A loan that was non-performing owes nothing overdue any more and is watched.
 *
 * @param since day on which the last overdue instalment was paid
 * @param notBefore first day on which it can be cured
 * @param instalmentsToGo still to be paid in time
 */
public record Cure(LocalDate since, LocalDate notBefore, int instalmentsToGo) {}
