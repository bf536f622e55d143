/** Quotes and changes in PostgreSQL. */
@NullMarked
package io.anju.repayment.change.store;

import org.jspecify.annotations.NullMarked;
