/** Work that is waited for begins when it is there, and not when somebody looks next. */
@NullMarked
package io.anju.kit.wake;

import org.jspecify.annotations.NullMarked;
