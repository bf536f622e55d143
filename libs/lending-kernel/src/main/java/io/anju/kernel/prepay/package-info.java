/** Repaying early: the settlement figure, both options side by side, and the compensation rule as data. */
@NullMarked
package io.anju.kernel.prepay;

import org.jspecify.annotations.NullMarked;
