/** What binds a customer to the bank, and what goes when identity-service has erased them. */
@NullMarked
package io.anju.loan.erasure;

import org.jspecify.annotations.NullMarked;
