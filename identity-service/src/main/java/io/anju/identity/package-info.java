@NullMarked
package io.anju.identity;

import org.jspecify.annotations.NullMarked;
