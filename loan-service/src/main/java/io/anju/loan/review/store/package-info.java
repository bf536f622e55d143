/** Readings of cases in PostgreSQL. */
@NullMarked
package io.anju.loan.review.store;

import org.jspecify.annotations.NullMarked;
