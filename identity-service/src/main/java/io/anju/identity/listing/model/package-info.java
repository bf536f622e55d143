/** An entry of the list, and why there is none. */
@NullMarked
package io.anju.identity.listing.model;

import org.jspecify.annotations.NullMarked;
