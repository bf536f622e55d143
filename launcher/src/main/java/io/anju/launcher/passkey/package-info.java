/** The commands that make a phone out of a terminal. */
@NullMarked
package io.anju.launcher.passkey;

import org.jspecify.annotations.NullMarked;
