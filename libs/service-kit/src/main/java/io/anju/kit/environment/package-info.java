/** Which environment this is, and what may not be in production. */
@NullMarked
package io.anju.kit.environment;

import org.jspecify.annotations.NullMarked;
