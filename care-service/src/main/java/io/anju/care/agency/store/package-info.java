/** Agencies in PostgreSQL by Hibernate Reactive with Panache. */
@NullMarked
package io.anju.care.agency.store;

import org.jspecify.annotations.NullMarked;
