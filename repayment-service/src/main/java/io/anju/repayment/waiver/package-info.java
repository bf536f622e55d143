/** Late charges waived by the bank: one person proposes, another decides. */
@NullMarked
package io.anju.repayment.waiver;

import org.jspecify.annotations.NullMarked;
