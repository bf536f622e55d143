/** A posted payment taken back: one person proposes, another approves; the loan is as if it had not been. */
@NullMarked
package io.anju.repayment.reversal;

import org.jspecify.annotations.NullMarked;
