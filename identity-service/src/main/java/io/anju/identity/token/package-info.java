/** Signing keys and their rotation, the tokens they sign, and what is published about them. */
@NullMarked
package io.anju.identity.token;

import org.jspecify.annotations.NullMarked;
