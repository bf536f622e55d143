/** The clock of production, without which a measured decision would not read the time as the service does. */
@NullMarked
package io.anju.kit.time;

import org.jspecify.annotations.NullMarked;
