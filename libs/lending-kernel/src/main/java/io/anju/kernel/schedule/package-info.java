/** Schedules: what a loan's terms and events say about every instalment. */
@NullMarked
package io.anju.kernel.schedule;

import org.jspecify.annotations.NullMarked;
