/** Products over HTTP, open to anyone. */
@NullMarked
package io.anju.loan.product.http;

import org.jspecify.annotations.NullMarked;
