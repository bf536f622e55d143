/** Checks on a submitted application: bureau report, rules, scorecard. */
@NullMarked
package io.anju.loan.underwriting;

import org.jspecify.annotations.NullMarked;
