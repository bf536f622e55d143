/** Refused access, counted and written down. */
@NullMarked
package io.anju.kit.denial;

import org.jspecify.annotations.NullMarked;
