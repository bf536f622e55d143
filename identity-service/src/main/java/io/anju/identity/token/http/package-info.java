/** The well-known documents and the staff command that rotates the keys. */
@NullMarked
package io.anju.identity.token.http;

import org.jspecify.annotations.NullMarked;
