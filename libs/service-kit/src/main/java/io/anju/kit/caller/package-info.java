/** Who is calling, as the verified access token says. */
@NullMarked
package io.anju.kit.caller;

import org.jspecify.annotations.NullMarked;
