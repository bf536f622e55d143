/** Blocks of text become a tagged PDF/A-2a file with embedded Chinese fonts; the same blocks always become the same bytes. */
@NullMarked
package io.anju.document;

import org.jspecify.annotations.NullMarked;
