/** Held acts in PostgreSQL. */
@NullMarked
package io.anju.identity.hold.store;

import org.jspecify.annotations.NullMarked;
