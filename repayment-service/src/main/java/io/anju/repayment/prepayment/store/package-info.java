/** In PostgreSQL. */
@NullMarked
package io.anju.repayment.prepayment.store;

import org.jspecify.annotations.NullMarked;
