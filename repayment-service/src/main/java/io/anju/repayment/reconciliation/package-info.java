/**
 * Reconciliation with the rail: each business date's file is compared with the orders and the ledger; every break is
 * listed, has an owner and is followed until it is resolved; money that nobody can place waits in suspense.
 */
@NullMarked
package io.anju.repayment.reconciliation;

import org.jspecify.annotations.NullMarked;
