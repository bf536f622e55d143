package io.anju.identity.verification.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.anju.identity.hold.model.Hold;
import io.anju.identity.http.StopBody;
import io.anju.identity.model.ProofMethod;
import io.anju.identity.passkey.RequestOptions;
import io.anju.identity.verification.OpenedVerification;
import io.anju.identity.verification.model.Delay;
import io.anju.identity.verification.model.ProtectedAct;
import io.anju.identity.verification.model.Verification;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A verification as its owner sees it.
 *
 * @param state {@code PENDING}, {@code PROVEN}, {@code EXHAUSTED}, {@code DELAYED} or {@code CANCELLED}; or, for one that the risk rules held, {@code HELD},
 *     {@code RELEASED}, {@code REFUSED} or {@code USED}
 * @param methods the way in which it is to be proved
 * @param otherMethods ways in which it could have been opened as well, see the request's {@code method}
 * @param expiresAt end of the time to prove it; of a delayed one, end of the time to fetch its token; of a release, end of
 *     the time in which it can be opened again
 * @param delay how long it will wait between proof and token, such as {@code PT24H}; absent where it does not
 * @param readyAt of a delayed one, from when on its token can be fetched
 * @param reason why it was held, with how to clear it, the documents needed for that, and where to object
 * @param passkeyOptions what {@code parseRequestOptionsFromJSON} takes
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@RegisterForReflection
public record VerificationBody(
        UUID id,
        String state,
        String act,
        String resource,
        @Nullable String audience,
        @Nullable List<ProofMethod> methods,
        @Nullable List<ProofMethod> otherMethods,
        @Nullable RequestOptions passkeyOptions,
        @Nullable Instant expiresAt,
        @Nullable String delay,
        @Nullable Instant readyAt,
        @Nullable String reason,
        @Nullable String remedy,
        @Nullable List<String> documents,
        @Nullable String appeal) {

    /** One that was held: no verification yet; once released, another can be opened for the same until it expires. */
    static VerificationBody of(Hold hold, String language) {
        var placed = hold.placed();
        var stop = StopBody.of(placed.id(), placed.stop(), language);
        return new VerificationBody(
                placed.id(),
                hold.state(),
                placed.act(),
                placed.resource(),
                null,
                null,
                null,
                null,
                hold instanceof Hold.Released released ? released.until() : null,
                null,
                null,
                stop.reason(),
                stop.remedy(),
                stop.documents(),
                stop.appeal());
    }

    static VerificationBody of(OpenedVerification opened) {
        var pending = opened.opened().pending();
        return body(
                pending,
                "PENDING",
                new Stage(
                        pending.method(),
                        List.copyOf(opened.opened().others()),
                        opened.options().orElse(null),
                        pending.expiresAt(),
                        pending.delay(),
                        null));
    }

    static VerificationBody of(Verification verification) {
        return switch (verification) {
            case Verification.Pending pending ->
                body(
                        pending,
                        "PENDING",
                        new Stage(pending.method(), null, null, pending.expiresAt(), pending.delay(), null));
            case Verification.Delayed delayed ->
                body(
                        delayed,
                        "DELAYED",
                        new Stage(delayed.method(), null, null, delayed.until(), Optional.empty(), delayed.readyAt()));
            case Verification.Proven proven -> body(proven, "PROVEN", Stage.over(proven.method()));
            case Verification.Exhausted exhausted -> body(exhausted, "EXHAUSTED", Stage.over(null));
            case Verification.Cancelled cancelled -> body(cancelled, "CANCELLED", Stage.over(null));
        };
    }

    /** What only some states have. */
    @RegisterForReflection
    private record Stage(
            @Nullable ProofMethod method,
            @Nullable List<ProofMethod> others,
            @Nullable RequestOptions options,
            @Nullable Instant expiresAt,
            Optional<Delay> delay,
            @Nullable Instant readyAt) {

        static Stage over(@Nullable ProofMethod method) {
            return new Stage(method, null, null, null, Optional.empty(), null);
        }
    }

    private static VerificationBody body(Verification verification, String state, Stage stage) {
        ProtectedAct act = verification.opened().act();
        return new VerificationBody(
                verification.opened().id(),
                state,
                act.type(),
                act.resource(),
                act.audience(),
                stage.method() == null ? null : List.of(stage.method()),
                stage.others(),
                stage.options(),
                stage.expiresAt(),
                stage.delay().map(delay -> delay.length().toString()).orElse(null),
                stage.readyAt(),
                null,
                null,
                null,
                null);
    }
}
