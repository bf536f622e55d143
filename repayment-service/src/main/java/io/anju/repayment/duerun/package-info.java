/**
 * The due run: on each business date every instalment due is billed and its debit ordered, every floating rate due is
 * fixed anew. Cut into leased chunks, resumable, never twice.
 */
@NullMarked
package io.anju.repayment.duerun;

import org.jspecify.annotations.NullMarked;
