/** Assertions of clients that were seen, in PostgreSQL. */
@NullMarked
package io.anju.identity.oauth.store;

import org.jspecify.annotations.NullMarked;
