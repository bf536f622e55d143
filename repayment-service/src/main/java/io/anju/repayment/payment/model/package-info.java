/** Rules and refusals. Pure. */
@NullMarked
package io.anju.repayment.payment.model;

import org.jspecify.annotations.NullMarked;
