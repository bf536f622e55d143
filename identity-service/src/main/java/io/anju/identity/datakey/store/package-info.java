/** Data keys in PostgreSQL, each sealed by the service's key set. */
@NullMarked
package io.anju.identity.datakey.store;

import org.jspecify.annotations.NullMarked;
