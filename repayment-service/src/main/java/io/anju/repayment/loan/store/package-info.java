/** Loans and their events in PostgreSQL. */
@NullMarked
package io.anju.repayment.loan.store;

import org.jspecify.annotations.NullMarked;
