/** The journal in PostgreSQL: one set-based statement posts a transfer, or a thousand. */
@NullMarked
package io.anju.repayment.ledger.store;

import org.jspecify.annotations.NullMarked;
