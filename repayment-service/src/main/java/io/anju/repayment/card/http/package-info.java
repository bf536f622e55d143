/** The customer's cards. */
@NullMarked
package io.anju.repayment.card.http;

import org.jspecify.annotations.NullMarked;
