/** Acts that wait for a risk officer: held, released or refused, and let through once. */
@NullMarked
package io.anju.identity.hold;

import org.jspecify.annotations.NullMarked;
