/** Amounts: whole fen in a {@code long}, rounded half-up once at a stated point, and how they are written. */
@NullMarked
package io.anju.kernel.money;

import org.jspecify.annotations.NullMarked;
