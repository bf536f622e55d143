/** What a loan would cost, for anyone who asks. */
@NullMarked
package io.anju.loan.quote;

import org.jspecify.annotations.NullMarked;
