/** The WebAuthn ceremonies, checked by webauthn4j. */
@NullMarked
package io.anju.identity.passkey.webauthn;

import org.jspecify.annotations.NullMarked;
