/** Assessments in PostgreSQL, kept with the versions that made them. */
@NullMarked
package io.anju.loan.underwriting.store;

import org.jspecify.annotations.NullMarked;
