/** What a chunk of a run works out, and how far a run is. Pure. */
@NullMarked
package io.anju.repayment.duerun.model;

import org.jspecify.annotations.NullMarked;
