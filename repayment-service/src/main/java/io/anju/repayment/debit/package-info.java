/** Whether a loan's instalments are debited by themselves: its borrower stops that, and starts it again. */
@NullMarked
package io.anju.repayment.debit;

import org.jspecify.annotations.NullMarked;
