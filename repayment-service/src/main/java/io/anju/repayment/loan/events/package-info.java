/** Reference rates as they are heard. */
@NullMarked
package io.anju.repayment.loan.events;

import org.jspecify.annotations.NullMarked;
