/** The service's reader of conditions, whose evaluation in CEL is part of what a measured decision costs beside bare SQL. */
@NullMarked
package io.anju.identity.risk.cel;

import org.jspecify.annotations.NullMarked;
