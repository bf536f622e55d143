/** The whole platform on one machine: what is started, with which settings, in which order, and how it is stopped. */
@NullMarked
package io.anju.launcher.stack;

import org.jspecify.annotations.NullMarked;
