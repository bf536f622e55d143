/** Customers in PostgreSQL. */
@NullMarked
package io.anju.identity.party.store;

import org.jspecify.annotations.NullMarked;
