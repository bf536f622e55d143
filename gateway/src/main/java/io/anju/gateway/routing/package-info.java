/** Which service an address belongs to, and what it takes to use it; pure, filled from the configuration. */
@NullMarked
package io.anju.gateway.routing;

import org.jspecify.annotations.NullMarked;
