/** Hears that a customer is erased, and that a retention has ended. */
@NullMarked
package io.anju.repayment.erasure.events;

import org.jspecify.annotations.NullMarked;
