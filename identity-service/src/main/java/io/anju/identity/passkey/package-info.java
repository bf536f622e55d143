/** WebAuthn passkeys: enrolling, listing, revoking, and checking assertions for whoever asks for one. */
@NullMarked
package io.anju.identity.passkey;

import org.jspecify.annotations.NullMarked;
