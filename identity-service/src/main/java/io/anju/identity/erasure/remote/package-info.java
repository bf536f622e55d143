/** What binds a customer to the bank, asked of loan-service. */
@NullMarked
package io.anju.identity.erasure.remote;

import org.jspecify.annotations.NullMarked;
