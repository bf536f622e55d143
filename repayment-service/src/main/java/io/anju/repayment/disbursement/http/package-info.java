/** Ordering a failed payout anew, for staff. */
@NullMarked
package io.anju.repayment.disbursement.http;

import org.jspecify.annotations.NullMarked;
