/** Each customer's own data keys: personal data is sealed by them, and is gone when they are. */
@NullMarked
package io.anju.identity.datakey;

import org.jspecify.annotations.NullMarked;
