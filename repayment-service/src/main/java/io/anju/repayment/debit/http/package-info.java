/** The switch of one loan. */
@NullMarked
package io.anju.repayment.debit.http;

import org.jspecify.annotations.NullMarked;
