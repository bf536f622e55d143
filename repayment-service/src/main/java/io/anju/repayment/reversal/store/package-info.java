/** In PostgreSQL. */
@NullMarked
package io.anju.repayment.reversal.store;

import org.jspecify.annotations.NullMarked;
