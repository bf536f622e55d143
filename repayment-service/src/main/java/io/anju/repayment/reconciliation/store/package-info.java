/** Reconciliations, lines and breaks in PostgreSQL. */
@NullMarked
package io.anju.repayment.reconciliation.store;

import org.jspecify.annotations.NullMarked;
