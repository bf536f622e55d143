/** The officers' desk: queue, claim, recommendation, decision by a second person. */
@NullMarked
package io.anju.loan.review;

import org.jspecify.annotations.NullMarked;
