@NullMarked
package io.anju.launcher;

import org.jspecify.annotations.NullMarked;
