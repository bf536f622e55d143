/** Calendars over HTTP, for staff. */
@NullMarked
package io.anju.care.calendar.http;

import org.jspecify.annotations.NullMarked;
