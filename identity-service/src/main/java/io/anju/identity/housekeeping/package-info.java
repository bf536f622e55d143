/** Removal of what has served its time. */
@NullMarked
package io.anju.identity.housekeeping;

import org.jspecify.annotations.NullMarked;
