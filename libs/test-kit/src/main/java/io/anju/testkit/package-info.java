/** For tests of all modules. */
@NullMarked
package io.anju.testkit;

import org.jspecify.annotations.NullMarked;
