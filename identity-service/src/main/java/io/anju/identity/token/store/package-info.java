/** Signing keys in PostgreSQL. */
@NullMarked
package io.anju.identity.token.store;

import org.jspecify.annotations.NullMarked;
