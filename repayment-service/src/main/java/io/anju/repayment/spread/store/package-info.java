/** Batches in PostgreSQL. */
@NullMarked
package io.anju.repayment.spread.store;

import org.jspecify.annotations.NullMarked;
