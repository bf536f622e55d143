/** From terms and what-if events to instalments, totals and the real annual rate. */
@NullMarked
package io.anju.loan.quote.model;

import org.jspecify.annotations.NullMarked;
