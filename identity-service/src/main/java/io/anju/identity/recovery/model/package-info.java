/** The steps of a recovery, and who may take which. */
@NullMarked
package io.anju.identity.recovery.model;

import org.jspecify.annotations.NullMarked;
