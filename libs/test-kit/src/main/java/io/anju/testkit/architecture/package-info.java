/** The house's rules about who may depend on whom, checked by machine. */
@NullMarked
package io.anju.testkit.architecture;

import org.jspecify.annotations.NullMarked;
