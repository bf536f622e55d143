/** The public holidays that a service computes with: told by care-service, kept in a table of its own. */
@NullMarked
package io.anju.kit.calendar;

import org.jspecify.annotations.NullMarked;
