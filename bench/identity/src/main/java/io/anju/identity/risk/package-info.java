/** The door through which the benchmark of risk decisions reaches the service's own, beside which bare SQL is measured. */
@NullMarked
package io.anju.identity.risk;

import org.jspecify.annotations.NullMarked;
