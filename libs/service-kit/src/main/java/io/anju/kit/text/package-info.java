/** What texts consist of that people write and documents print. */
@NullMarked
package io.anju.kit.text;

import org.jspecify.annotations.NullMarked;
