/** Keys and signatures by jose4j; private keys sealed under the master key. */
@NullMarked
package io.anju.identity.token.jose;

import org.jspecify.annotations.NullMarked;
