/** Complaints in PostgreSQL by Hibernate Reactive with Panache; what was written is encrypted. */
@NullMarked
package io.anju.care.complaint.store;

import org.jspecify.annotations.NullMarked;
