/** Classified loans in PostgreSQL. */
@NullMarked
package io.anju.repayment.arrears.store;

import org.jspecify.annotations.NullMarked;
