/** The list in PostgreSQL. */
@NullMarked
package io.anju.identity.listing.store;

import org.jspecify.annotations.NullMarked;
