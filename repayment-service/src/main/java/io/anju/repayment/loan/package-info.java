/**
 * The loan account: its terms, its events, and where it stands. What follows from them (schedule, rate, settlement
 * figure) is computed by the lending kernel and never stored.
 */
@NullMarked
package io.anju.repayment.loan;

import org.jspecify.annotations.NullMarked;
