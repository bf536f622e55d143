/** Checking access and verification tokens against identity's published keys, without ever blocking. */
@NullMarked
package io.anju.kit.token;

import org.jspecify.annotations.NullMarked;
