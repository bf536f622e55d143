/** Small HTTP helps: entity tags. */
@NullMarked
package io.anju.kit.http;

import org.jspecify.annotations.NullMarked;
