/** Switches in PostgreSQL. */
@NullMarked
package io.anju.repayment.debit.store;

import org.jspecify.annotations.NullMarked;
