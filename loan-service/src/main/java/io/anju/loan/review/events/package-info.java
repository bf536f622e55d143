/** What care-service tells of appeals against decisions. */
@NullMarked
package io.anju.loan.review.events;

import org.jspecify.annotations.NullMarked;
