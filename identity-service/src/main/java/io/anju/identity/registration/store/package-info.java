/** Registrations in PostgreSQL. */
@NullMarked
package io.anju.identity.registration.store;

import org.jspecify.annotations.NullMarked;
