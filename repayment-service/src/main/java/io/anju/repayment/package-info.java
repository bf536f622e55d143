/** Paying a loan back, from the payout to the last fen: one package per capability. */
@NullMarked
package io.anju.repayment;

import org.jspecify.annotations.NullMarked;
