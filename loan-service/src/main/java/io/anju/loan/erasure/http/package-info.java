/** What binds a customer, for identity-service. */
@NullMarked
package io.anju.loan.erasure.http;

import org.jspecify.annotations.NullMarked;
