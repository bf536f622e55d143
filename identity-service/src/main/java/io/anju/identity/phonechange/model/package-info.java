/** The steps of a change of phone. */
@NullMarked
package io.anju.identity.phonechange.model;

import org.jspecify.annotations.NullMarked;
