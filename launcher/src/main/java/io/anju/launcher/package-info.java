/** The program behind {@code ./anju}: a whole stack on one machine. */
@NullMarked
package io.anju.launcher;

import org.jspecify.annotations.NullMarked;
