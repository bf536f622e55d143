/** The officers' desk over HTTP. */
@NullMarked
package io.anju.loan.review.http;

import org.jspecify.annotations.NullMarked;
