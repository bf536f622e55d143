/** Signed-in devices and their refresh tokens. */
@NullMarked
package io.anju.identity.session;

import org.jspecify.annotations.NullMarked;
