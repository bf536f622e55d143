/** In PostgreSQL. */
@NullMarked
package io.anju.repayment.payment.store;

import org.jspecify.annotations.NullMarked;
