/** Applications over HTTP, for the borrower. */
@NullMarked
package io.anju.loan.application.http;

import org.jspecify.annotations.NullMarked;
