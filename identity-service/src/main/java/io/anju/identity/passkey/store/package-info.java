/** Passkeys in PostgreSQL. */
@NullMarked
package io.anju.identity.passkey.store;

import org.jspecify.annotations.NullMarked;
