/** An order to the rail and its states. Pure. */
@NullMarked
package io.anju.repayment.rail.model;

import org.jspecify.annotations.NullMarked;
