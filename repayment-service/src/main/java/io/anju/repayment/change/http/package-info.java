/** For the borrower. */
@NullMarked
package io.anju.repayment.change.http;

import org.jspecify.annotations.NullMarked;
