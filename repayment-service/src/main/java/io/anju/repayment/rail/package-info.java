/**
 * Moving money through the payment rail: ordered in the transaction of the decision, sent afterwards under a reference
 * that makes sending twice harmless, concluded once by a signed callback or by asking.
 */
@NullMarked
package io.anju.repayment.rail;

import org.jspecify.annotations.NullMarked;
