/** What benchmarks of services share: the database, the service as a process, what both use, a client. */
@NullMarked
package io.anju.bench.kit;

import org.jspecify.annotations.NullMarked;
