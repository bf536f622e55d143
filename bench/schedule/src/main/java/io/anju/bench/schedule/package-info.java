/** CPU of one amortisation schedule: the kernel's beside peers and a limit, in one run. */
@NullMarked
package io.anju.bench.schedule;

import org.jspecify.annotations.NullMarked;
