/** What the release hears from contract and repayment. */
@NullMarked
package io.anju.loan.disbursement.events;

import org.jspecify.annotations.NullMarked;
