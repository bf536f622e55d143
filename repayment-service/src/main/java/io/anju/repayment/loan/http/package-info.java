/** The borrower's view of a loan. */
@NullMarked
package io.anju.repayment.loan.http;

import org.jspecify.annotations.NullMarked;
