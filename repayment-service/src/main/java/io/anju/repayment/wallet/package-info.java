/** A mortgage's link to a credit wallet: agreed on, used from own funds alone, and closed step by step without surprise. */
@NullMarked
package io.anju.repayment.wallet;

import org.jspecify.annotations.NullMarked;
