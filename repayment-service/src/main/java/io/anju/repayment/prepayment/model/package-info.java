/** Rules and refusals. Pure. */
@NullMarked
package io.anju.repayment.prepayment.model;

import org.jspecify.annotations.NullMarked;
