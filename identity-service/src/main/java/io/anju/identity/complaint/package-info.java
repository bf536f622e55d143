/** That customers complained and were answered, kept for audit; the complaints themselves are with care-service. */
@NullMarked
package io.anju.identity.complaint;

import org.jspecify.annotations.NullMarked;
