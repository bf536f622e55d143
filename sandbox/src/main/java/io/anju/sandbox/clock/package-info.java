/** The business date that all services of a development stack follow. */
@NullMarked
package io.anju.sandbox.clock;

import org.jspecify.annotations.NullMarked;
