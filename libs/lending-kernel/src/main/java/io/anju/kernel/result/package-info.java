/** Outcomes as values: what was asked for, or a refusal that carries its evidence. */
@NullMarked
package io.anju.kernel.result;

import org.jspecify.annotations.NullMarked;
