package io.anju.identity.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.anju.identity.model.Level;
import io.anju.identity.session.IssuedTokens;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a device gets when its person has signed in.
 *
 * @param personId subject of the access token
 * @param tokenType {@code DPoP} when the tokens are bound to the key of the device's proof, {@code Bearer} otherwise
 * @param expiresIn seconds that the access token lives
 * @param refreshToken for {@code POST /oauth2/token}; good for one use
 * @param scope what the access token may be used for (RFC 6749 §3.3)
 * @param privacyNotice the privacy notice that awaits the customer's answer ({@code /api/v1/me/privacy-notice}); absent when none does
 * @param notice {@code TRAINING_LAPSED} for a member of staff whose tokens read no personal data until they are trained
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@RegisterForReflection
public record TokensBody(
        UUID personId,
        String accessToken,
        String tokenType,
        long expiresIn,
        String refreshToken,
        Level level,
        String scope,
        @Nullable String notice,
        @Nullable PrivacyNotice privacyNotice) {

    /** @param sha256 of its text */
    @RegisterForReflection
    public record PrivacyNotice(String version, String sha256) {}

    public static TokensBody of(UUID personId, IssuedTokens tokens) {
        var access = tokens.access();
        return new TokensBody(
                personId,
                access.token(),
                access.type(),
                access.lifetime().toSeconds(),
                tokens.refreshToken(),
                tokens.person().level(),
                access.scope(),
                tokens.person().trained() ? null : "TRAINING_LAPSED",
                null);
    }

    /** The same, saying which notice awaits an answer. */
    public TokensBody awaiting(@Nullable PrivacyNotice awaiting) {
        return new TokensBody(
                personId, accessToken, tokenType, expiresIn, refreshToken, level, scope, notice, awaiting);
    }
}
