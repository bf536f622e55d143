/** Which service may read which fields for which purpose. */
@NullMarked
package io.anju.identity.disclosure.model;

import org.jspecify.annotations.NullMarked;
