/** The life of a registration, and the privacy notice that has to be accepted. */
@NullMarked
package io.anju.identity.registration.model;

import org.jspecify.annotations.NullMarked;
