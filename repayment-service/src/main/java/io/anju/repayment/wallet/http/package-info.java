/** The customer's wallet links, and the institution's callbacks. */
@NullMarked
package io.anju.repayment.wallet.http;

import org.jspecify.annotations.NullMarked;
