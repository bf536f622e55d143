/** The ID-registry port over HTTP. */
@NullMarked
package io.anju.identity.realname.registry;

import org.jspecify.annotations.NullMarked;
