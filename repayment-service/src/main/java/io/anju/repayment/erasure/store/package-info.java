/** Forgotten cards in PostgreSQL. */
@NullMarked
package io.anju.repayment.erasure.store;

import org.jspecify.annotations.NullMarked;
