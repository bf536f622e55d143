/** Bank cards: bound by four elements and a code at the card network, chosen, unbound. Only token and last four are kept. */
@NullMarked
package io.anju.repayment.card;

import org.jspecify.annotations.NullMarked;
