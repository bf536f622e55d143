/** The page at the root: what this is, and the SMS that would have been sent. */
@NullMarked
package io.anju.sandbox.page;

import org.jspecify.annotations.NullMarked;
