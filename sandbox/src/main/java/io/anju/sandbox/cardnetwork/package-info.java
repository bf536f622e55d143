/** The card network: a bank card bound to a token by an SMS code. */
@NullMarked
package io.anju.sandbox.cardnetwork;

import org.jspecify.annotations.NullMarked;
