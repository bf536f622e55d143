/** Repaying early: quotes that show every way side by side, honoured to the fen, and the settlement figure. */
@NullMarked
package io.anju.repayment.prepayment;

import org.jspecify.annotations.NullMarked;
