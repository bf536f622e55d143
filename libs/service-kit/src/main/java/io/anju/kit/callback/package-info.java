/** Whether a callback comes from the party outside that it claims to come from. */
@NullMarked
package io.anju.kit.callback;

import org.jspecify.annotations.NullMarked;
