/** Slots of a branch and an appointment's life as sealed states; pure. */
@NullMarked
package io.anju.care.appointment.model;

import org.jspecify.annotations.NullMarked;
