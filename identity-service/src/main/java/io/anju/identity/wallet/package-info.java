/** That customers linked and unlinked wallets, kept for audit. No rule about risk ever reads it. */
@NullMarked
package io.anju.identity.wallet;

import org.jspecify.annotations.NullMarked;
