package io.anju.kit.token;

import io.anju.kernel.result.Refusal;
import java.util.Map;

/**
 * Why a token was not accepted. Callers learn only the code; the reason is for logs.
 *
 * @param reason short words, never the token itself
 */
public record TokenRefusal(String reason) implements Refusal {

    @Override
    public String code() {
        return "TOKEN_INVALID";
    }

    @Override
    public Map<String, Object> evidence() {
        return Map.of();
    }
}
