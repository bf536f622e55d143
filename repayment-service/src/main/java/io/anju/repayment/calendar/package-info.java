/** Public holidays and make-up days, as the State Council announces them. */
@NullMarked
package io.anju.repayment.calendar;

import org.jspecify.annotations.NullMarked;
