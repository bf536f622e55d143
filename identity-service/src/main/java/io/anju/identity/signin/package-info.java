/** Signing in, by SMS code or passkey. */
@NullMarked
package io.anju.identity.signin;

import org.jspecify.annotations.NullMarked;
