/** How much each caller may ask for: token buckets, shared by all replicas where there is a database for them. */
@NullMarked
package io.anju.gateway.throttle;

import org.jspecify.annotations.NullMarked;
