/** A waiver's life and refusals. Pure. */
@NullMarked
package io.anju.repayment.waiver.model;

import org.jspecify.annotations.NullMarked;
