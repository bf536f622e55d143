/** Reconciliations and breaks for staff. */
@NullMarked
package io.anju.repayment.reconciliation.http;

import org.jspecify.annotations.NullMarked;
