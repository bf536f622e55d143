/** Ageing, class and cure of a loan. Pure. */
@NullMarked
package io.anju.repayment.arrears.model;

import org.jspecify.annotations.NullMarked;
