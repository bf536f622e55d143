/** The property registry over HTTP. */
@NullMarked
package io.anju.contract.registration.registry;

import org.jspecify.annotations.NullMarked;
