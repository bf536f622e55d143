/** Calls outward: service tokens, time limits, retries, breakers. */
@NullMarked
package io.anju.kit.client;

import org.jspecify.annotations.NullMarked;
