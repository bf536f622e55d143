/** Rules and scorecard: small pure functions, and the fold that decides. */
@NullMarked
package io.anju.loan.underwriting.model;

import org.jspecify.annotations.NullMarked;
