@NullMarked
package io.anju.kit;

import org.jspecify.annotations.NullMarked;
