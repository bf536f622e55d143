package io.anju.identity.session;

import io.anju.identity.party.Standing;
import io.anju.identity.token.Tokens;

/** What a device holds after signing in or refreshing, and what its person may be called in these tokens. */
public record IssuedTokens(Tokens.Minted access, String refreshToken, Standing person) {}
