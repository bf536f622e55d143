/** Programs of one file that run without a build: java File.java. */
@NullMarked
package io.anju.launcher.tool;

import org.jspecify.annotations.NullMarked;
