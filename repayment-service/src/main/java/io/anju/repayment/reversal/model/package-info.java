/** How a loan is as if a payment had not been, and why it may not be. Pure. */
@NullMarked
package io.anju.repayment.reversal.model;

import org.jspecify.annotations.NullMarked;
