/** The app's first screen, composed from five services in one call. */
@NullMarked
package io.anju.gateway.home;

import org.jspecify.annotations.NullMarked;
