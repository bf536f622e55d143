/** A complaint's life as sealed states, its legal clock and the rule of recusal; pure. */
@NullMarked
package io.anju.care.complaint.model;

import org.jspecify.annotations.NullMarked;
