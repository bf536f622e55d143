/** Cards in PostgreSQL. */
@NullMarked
package io.anju.repayment.card.store;

import org.jspecify.annotations.NullMarked;
