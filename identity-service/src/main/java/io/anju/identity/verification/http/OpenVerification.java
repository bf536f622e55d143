package io.anju.identity.verification.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.anju.identity.model.ProofMethod;
import io.anju.identity.risk.Ask;
import io.anju.identity.verification.model.ProtectedAct;
import io.anju.kit.http.Digests;
import io.anju.kit.problem.FieldError;
import io.anju.kit.problem.ProblemException;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is about to be done (RFC 9396 in our own words).
 *
 * @param act name of the act, for example {@code contract.sign}
 * @param resource path of the resource
 * @param bodySha256 base64url without padding of the SHA-256 over the exact bytes of the body that will be sent; for an
 *     empty body that of zero bytes
 * @param audience the service that will receive it
 * @param method the preferred method; otherwise the strongest that the person has
 * @param body the exact body itself, as text: lets the risk rules know the amount and the SMS name it, with the last digits of a card. Its digest must be
 *     {@code bodySha256}, so that the amount cannot be another than the one that will be sent
 * @param details what the app states beside it
 */
@RegisterForReflection
public record OpenVerification(
        @NotNull @Pattern(regexp = "[a-z]+(\\.[a-z-]+)+") @Size(max = 60)
        String act,

        @NotNull @Pattern(regexp = "/api/v1/[A-Za-z0-9/_-]+") @Size(max = 300)
        String resource,

        @NotNull @Pattern(regexp = "[A-Za-z0-9_-]{43}") String bodySha256,
        @NotNull @Pattern(regexp = "[a-z-]{3,40}") String audience,
        @Nullable ProofMethod method,
        @Size(max = 65536) @Nullable String body,
        @Valid @Nullable Details details) {

    /**
     * What the body that will be sent does not say by itself.
     *
     * @param amount fen, for example of the quote that is accepted; the risk rules know that nothing binds it
     */
    @RegisterForReflection
    public record Details(@PositiveOrZero @Nullable Long amount) {}

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long UNKNOWN = -1;
    private static final java.util.regex.Pattern CARD = java.util.regex.Pattern.compile("[0-9]{12,19}");
    private static final int ENDING = 4;

    ProtectedAct protectedAct() {
        return new ProtectedAct(act, resource, bodySha256, audience);
    }

    Optional<ProofMethod> wanted() {
        return Optional.ofNullable(method);
    }

    /** The amount: the member {@code amount} of the body, or what the details state, or none. */
    Ask.Claim claim() {
        long inBody = amountInBody();
        long stated = details == null || details.amount() == null ? UNKNOWN : details.amount();
        if (inBody >= 0 && stated >= 0 && inBody != stated) {
            throw ProblemException.invalid(FieldError.of("details.amount", "AMOUNT_DIFFERS"));
        }
        return inBody >= 0 ? new Ask.Claim(inBody, true) : new Ask.Claim(stated, false);
    }

    private long amountInBody() {
        var amount = signed("amount");
        return amount.canConvertToLong() && amount.isIntegralNumber() ? Math.max(UNKNOWN, amount.longValue()) : UNKNOWN;
    }

    /** The last digits of the bank card that the body names, as a card's owner knows it by; never more of it. */
    Optional<String> cardEnding() {
        return Optional.ofNullable(signed("cardNumber").textValue())
                .filter(number -> CARD.matcher(number).matches())
                .map(number -> number.substring(number.length() - ENDING));
    }

    /** A member of the body that will be sent; missing where the app did not show the body. */
    private JsonNode signed(String member) {
        if (body == null) {
            return MissingNode.getInstance();
        }
        if (!Digests.sha256(body).equals(bodySha256)) {
            throw ProblemException.invalid(FieldError.of("body", "DIGEST_DIFFERS"));
        }
        try {
            return JSON.readTree(body).path(member);
        } catch (JsonProcessingException notJson) {
            return MissingNode.getInstance();
        }
    }
}
