/** Which client may ask for which audience, and every way in which a grant is refused (RFC 6749). */
@NullMarked
package io.anju.identity.oauth.model;

import org.jspecify.annotations.NullMarked;
