/** Facts from identity that free a counter. */
@NullMarked
package io.anju.care.appointment.events;

import org.jspecify.annotations.NullMarked;
