/** Messages to customers: delivered with the fact they tell of, read in the reader's language, live. */
@NullMarked
package io.anju.care.inbox;

import org.jspecify.annotations.NullMarked;
