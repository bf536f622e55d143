/** Failures that work survives are warned about and counted, so that one that stays is seen. */
@NullMarked
package io.anju.kit.failure;

import org.jspecify.annotations.NullMarked;
