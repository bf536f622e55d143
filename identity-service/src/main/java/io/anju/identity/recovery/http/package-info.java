/** Recoveries over HTTP: the two at the counter, and the customer's new first passkey. */
@NullMarked
package io.anju.identity.recovery.http;

import org.jspecify.annotations.NullMarked;
