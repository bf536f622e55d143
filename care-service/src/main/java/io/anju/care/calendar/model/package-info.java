/** What a calendar knows of a day, and of which days it knows nothing; pure. */
@NullMarked
package io.anju.care.calendar.model;

import org.jspecify.annotations.NullMarked;
