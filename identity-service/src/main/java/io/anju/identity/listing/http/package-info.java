/** The list over HTTP. */
@NullMarked
package io.anju.identity.listing.http;

import org.jspecify.annotations.NullMarked;
