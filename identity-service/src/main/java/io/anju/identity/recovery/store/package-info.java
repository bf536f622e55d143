/** Recoveries in PostgreSQL. */
@NullMarked
package io.anju.identity.recovery.store;

import org.jspecify.annotations.NullMarked;
