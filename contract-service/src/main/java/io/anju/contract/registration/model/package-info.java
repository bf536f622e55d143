/** The registration's states. */
@NullMarked
package io.anju.contract.registration.model;

import org.jspecify.annotations.NullMarked;
