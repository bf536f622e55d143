/** The OAuth grants: refreshing, clients' own tokens, exchange, revocation. */
@NullMarked
package io.anju.identity.oauth;

import org.jspecify.annotations.NullMarked;
