/** The business date and the clock. */
@NullMarked
package io.anju.kit.time;

import org.jspecify.annotations.NullMarked;
