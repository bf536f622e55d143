/** For the borrower. */
@NullMarked
package io.anju.repayment.payment.http;

import org.jspecify.annotations.NullMarked;
