/** Failed payouts for staff: seen, ordered anew, given up. */
@NullMarked
package io.anju.repayment.disbursement.http;

import org.jspecify.annotations.NullMarked;
