@NullMarked
package io.anju.care;

import org.jspecify.annotations.NullMarked;
