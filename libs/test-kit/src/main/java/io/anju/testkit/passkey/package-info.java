/** A software authenticator that does the real WebAuthn cryptography, for tests and for a journey by hand. */
@NullMarked
package io.anju.testkit.passkey;

import org.jspecify.annotations.NullMarked;
