package io.anju.identity.http;

import io.anju.identity.model.Level;
import io.anju.identity.session.IssuedTokens;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;

/**
 * What a device gets when its person has signed in.
 *
 * @param personId subject of the access token
 * @param expiresIn seconds that the access token lives
 * @param refreshToken for {@code POST /oauth2/token}; good for one use
 */
@RegisterForReflection
public record TokensBody(
        UUID personId, String accessToken, String tokenType, long expiresIn, String refreshToken, Level level) {

    public static TokensBody of(UUID personId, IssuedTokens tokens) {
        return new TokensBody(
                personId,
                tokens.accessToken(),
                "Bearer",
                tokens.lifetime().toSeconds(),
                tokens.refreshToken(),
                tokens.level());
    }
}
