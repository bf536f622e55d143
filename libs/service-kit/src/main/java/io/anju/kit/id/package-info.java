/** Identifiers. */
@NullMarked
package io.anju.kit.id;

import org.jspecify.annotations.NullMarked;
