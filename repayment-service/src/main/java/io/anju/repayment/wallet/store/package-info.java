/** Links, closings and notices in their tables. */
@NullMarked
package io.anju.repayment.wallet.store;

import org.jspecify.annotations.NullMarked;
