/** A whole due run: the service beside bare SQL on the same PostgreSQL. */
@NullMarked
package io.anju.bench.duerun;

import org.jspecify.annotations.NullMarked;
