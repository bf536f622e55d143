/** The card network and identity's party data, over HTTP. */
@NullMarked
package io.anju.repayment.card.remote;

import org.jspecify.annotations.NullMarked;
