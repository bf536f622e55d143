/** An agency's life as sealed states, its papers, and why it may not act on a day; pure. */
@NullMarked
package io.anju.care.agency.model;

import org.jspecify.annotations.NullMarked;
