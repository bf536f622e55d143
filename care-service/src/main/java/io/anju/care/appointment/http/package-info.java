/** Branches and appointments over HTTP, for customers and tellers. */
@NullMarked
package io.anju.care.appointment.http;

import org.jspecify.annotations.NullMarked;
