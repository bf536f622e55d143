/** Who is calling: access tokens checked at the door. */
@NullMarked
package io.anju.gateway.access;

import org.jspecify.annotations.NullMarked;
