/** The ID registry: does this name belong to this ID number? */
@NullMarked
package io.anju.sandbox.idregistry;

import org.jspecify.annotations.NullMarked;
