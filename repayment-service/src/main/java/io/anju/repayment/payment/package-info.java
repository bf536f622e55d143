/** Paying an instalment by hand from a bound card or a linked wallet's own funds: the one that is due, or the next one ahead of time. */
@NullMarked
package io.anju.repayment.payment;

import org.jspecify.annotations.NullMarked;
