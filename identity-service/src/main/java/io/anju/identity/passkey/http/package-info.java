/** Passkeys over HTTP. */
@NullMarked
package io.anju.identity.passkey.http;

import org.jspecify.annotations.NullMarked;
