/** Rates: the annual rate, the published reference rate, the spread, and exact interest. */
@NullMarked
package io.anju.kernel.rate;

import org.jspecify.annotations.NullMarked;
