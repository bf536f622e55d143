/** Words for every code that a service can answer with. */
@NullMarked
package io.anju.testkit.problem;

import org.jspecify.annotations.NullMarked;
