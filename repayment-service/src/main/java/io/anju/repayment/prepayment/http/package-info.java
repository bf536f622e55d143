/** For the borrower. */
@NullMarked
package io.anju.repayment.prepayment.http;

import org.jspecify.annotations.NullMarked;
