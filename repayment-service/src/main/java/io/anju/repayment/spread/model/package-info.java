/** A batch, its rule and its refusals. Pure. */
@NullMarked
package io.anju.repayment.spread.model;

import org.jspecify.annotations.NullMarked;
