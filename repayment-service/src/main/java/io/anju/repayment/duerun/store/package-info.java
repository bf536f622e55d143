/** Runs and chunks in PostgreSQL. */
@NullMarked
package io.anju.repayment.duerun.store;

import org.jspecify.annotations.NullMarked;
