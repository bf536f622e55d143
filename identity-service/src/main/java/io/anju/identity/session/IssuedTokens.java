package io.anju.identity.session;

import io.anju.identity.model.Level;
import java.time.Duration;

/** What a device holds after signing in or refreshing. */
public record IssuedTokens(String accessToken, Duration lifetime, String refreshToken, Level level) {}
