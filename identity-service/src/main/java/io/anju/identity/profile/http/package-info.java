/** The profile over HTTP. */
@NullMarked
package io.anju.identity.profile.http;

import org.jspecify.annotations.NullMarked;
