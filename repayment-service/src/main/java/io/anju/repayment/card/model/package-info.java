/** A card's states. Pure. */
@NullMarked
package io.anju.repayment.card.model;

import org.jspecify.annotations.NullMarked;
