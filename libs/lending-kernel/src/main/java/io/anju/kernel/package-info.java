/**
 * The arithmetic of a mortgage, pure and without a framework: money, rates, calendars, schedules. One code for the
 * quote and for the bill.
 */
@NullMarked
package io.anju.kernel;

import org.jspecify.annotations.NullMarked;
