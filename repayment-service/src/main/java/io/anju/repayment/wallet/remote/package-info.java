/** The wallet's institution, over HTTP. */
@NullMarked
package io.anju.repayment.wallet.remote;

import org.jspecify.annotations.NullMarked;
