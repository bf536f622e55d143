/** How much each caller may ask for: token buckets. */
@NullMarked
package io.anju.gateway.throttle;

import org.jspecify.annotations.NullMarked;
