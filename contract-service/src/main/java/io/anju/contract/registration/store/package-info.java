/** Registrations in PostgreSQL, by Hibernate Reactive. */
@NullMarked
package io.anju.contract.registration.store;

import org.jspecify.annotations.NullMarked;
