/** Hears that a customer is erased. */
@NullMarked
package io.anju.loan.erasure.events;

import org.jspecify.annotations.NullMarked;
