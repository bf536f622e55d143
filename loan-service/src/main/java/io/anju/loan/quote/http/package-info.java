/** Quotes over HTTP, open to anyone. */
@NullMarked
package io.anju.loan.quote.http;

import org.jspecify.annotations.NullMarked;
