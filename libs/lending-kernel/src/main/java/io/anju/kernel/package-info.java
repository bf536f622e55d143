@NullMarked
package io.anju.kernel;

import org.jspecify.annotations.NullMarked;
