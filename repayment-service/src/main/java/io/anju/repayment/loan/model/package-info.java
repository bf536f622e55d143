/** A loan's states and what happens to it. Pure. */
@NullMarked
package io.anju.repayment.loan.model;

import org.jspecify.annotations.NullMarked;
