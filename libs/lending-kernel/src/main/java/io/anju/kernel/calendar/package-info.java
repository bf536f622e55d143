/** Days: due dates, business days and the ways of counting the days between two dates. */
@NullMarked
package io.anju.kernel.calendar;

import org.jspecify.annotations.NullMarked;
