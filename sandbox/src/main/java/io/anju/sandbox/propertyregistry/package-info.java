/** The property registry: mortgages registered and released, told by callback. */
@NullMarked
package io.anju.sandbox.propertyregistry;

import org.jspecify.annotations.NullMarked;
