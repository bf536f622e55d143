/** Small HTTP helps: entity tags, digests, bodies looked at beforehand. */
@NullMarked
package io.anju.kit.http;

import org.jspecify.annotations.NullMarked;
