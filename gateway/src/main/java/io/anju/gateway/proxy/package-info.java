/** Requests and answers passed on as streams, under a deadline, a bulkhead and a circuit breaker per service. */
@NullMarked
package io.anju.gateway.proxy;

import org.jspecify.annotations.NullMarked;
