/** Payouts given up, in PostgreSQL. */
@NullMarked
package io.anju.repayment.disbursement.store;

import org.jspecify.annotations.NullMarked;
