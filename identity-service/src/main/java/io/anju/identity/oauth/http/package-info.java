/** /oauth2. */
@NullMarked
package io.anju.identity.oauth.http;

import org.jspecify.annotations.NullMarked;
