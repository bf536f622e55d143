/** What a stack needs to know and nobody else may: passwords and keys, made at the first start for this machine only. */
@NullMarked
package io.anju.launcher.keys;

import org.jspecify.annotations.NullMarked;
