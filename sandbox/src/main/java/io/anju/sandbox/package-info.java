@NullMarked
package io.anju.sandbox;

import org.jspecify.annotations.NullMarked;
