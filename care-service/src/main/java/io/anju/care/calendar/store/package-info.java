/** Calendars in PostgreSQL. */
@NullMarked
package io.anju.care.calendar.store;

import org.jspecify.annotations.NullMarked;
