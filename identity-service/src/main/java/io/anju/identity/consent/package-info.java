/** Consent per purpose and channel: granted, refused, withdrawn, each with a receipt. */
@NullMarked
package io.anju.identity.consent;

import org.jspecify.annotations.NullMarked;
