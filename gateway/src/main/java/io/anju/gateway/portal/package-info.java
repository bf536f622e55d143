/** The services' API documents as one, and a page to read it. */
@NullMarked
package io.anju.gateway.portal;

import org.jspecify.annotations.NullMarked;
