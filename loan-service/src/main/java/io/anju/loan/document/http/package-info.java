/** Documents over HTTP: streamed in, streamed out. */
@NullMarked
package io.anju.loan.document.http;

import org.jspecify.annotations.NullMarked;
