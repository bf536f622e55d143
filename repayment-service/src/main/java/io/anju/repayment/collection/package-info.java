/** Billed instalments and the money that comes in for them: debits, failures, lateness, allocation, the last payment. */
@NullMarked
package io.anju.repayment.collection;

import org.jspecify.annotations.NullMarked;
