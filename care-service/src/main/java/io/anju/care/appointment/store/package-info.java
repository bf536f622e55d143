/** Appointments in PostgreSQL, whose unique indexes refuse a double booking. */
@NullMarked
package io.anju.care.appointment.store;

import org.jspecify.annotations.NullMarked;
