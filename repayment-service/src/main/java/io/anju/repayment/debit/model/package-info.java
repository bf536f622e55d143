/** The switch and why it is not turned. Pure. */
@NullMarked
package io.anju.repayment.debit.model;

import org.jspecify.annotations.NullMarked;
