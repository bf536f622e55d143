/** The order to pay out, as it is heard. */
@NullMarked
package io.anju.repayment.disbursement.events;

import org.jspecify.annotations.NullMarked;
