/** Permits as signed tokens, with keys of this service's own. */
@NullMarked
package io.anju.care.permit.token;

import org.jspecify.annotations.NullMarked;
