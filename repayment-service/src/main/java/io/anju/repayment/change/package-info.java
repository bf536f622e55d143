/**
 * Changing what was agreed: the plan of a loan, and how its rate is set. Offered as a quote that is done exactly as it was
 * simulated; where the rule says so, only once an amendment of the contract is sealed.
 */
@NullMarked
package io.anju.repayment.change;

import org.jspecify.annotations.NullMarked;
