/**
 * CPU and bytes of one amortisation schedule: the kernel's beside long fen by a careful hand, dates of OpenGamma Strata,
 * BigDecimal as banks use it, and doubles without objects as the limit.
 */
@NullMarked
package io.anju.bench.schedule;

import org.jspecify.annotations.NullMarked;
