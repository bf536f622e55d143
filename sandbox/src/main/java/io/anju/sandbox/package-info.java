/** The outside world for development and tests, as one HTTP process: a package per outside party. */
@NullMarked
package io.anju.sandbox;

import org.jspecify.annotations.NullMarked;
