/** Hears that no law keeps a customer's complaints any longer. */
@NullMarked
package io.anju.care.complaint.events;

import org.jspecify.annotations.NullMarked;
