/** ES256 by native code, for every signature that this service makes or verifies. */
@NullMarked
package io.anju.identity.es256;

import org.jspecify.annotations.NullMarked;
