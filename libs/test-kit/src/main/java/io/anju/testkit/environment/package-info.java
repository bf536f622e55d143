/** What a service's tests run in: a real PostgreSQL, neighbours and the outside world over HTTP. */
@NullMarked
package io.anju.testkit.environment;

import org.jspecify.annotations.NullMarked;
