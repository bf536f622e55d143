/** Paying a loan out: ordered by loan-service, carried by the rail, posted when the money has arrived. */
@NullMarked
package io.anju.repayment.disbursement;

import org.jspecify.annotations.NullMarked;
