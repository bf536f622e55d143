/** Cursor pages. */
@NullMarked
package io.anju.kit.page;

import org.jspecify.annotations.NullMarked;
