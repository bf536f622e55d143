/** The spreads of many loans brought down at once: chosen by a rule, proposed by one person, approved by another, done by the due run. */
@NullMarked
package io.anju.repayment.spread;

import org.jspecify.annotations.NullMarked;
