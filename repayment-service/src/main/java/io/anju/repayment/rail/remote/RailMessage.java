package io.anju.repayment.rail.remote;

import io.anju.repayment.rail.model.RailOutcome;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the rail says about a transaction, in a callback and in an answer alike.
 *
 * @param amount fen
 * @param reason absent unless it failed
 */
public record RailMessage(
        String transactionId,
        String reference,
        State state,
        long amount,
        @Nullable String reason) {

    /** How far the rail is with it. */
    public enum State {
        PENDING,
        SUCCEEDED,
        FAILED
    }

    /**
     * Reads the rail's JSON.
     *
     * @throws IllegalArgumentException when it is none, or a member is missing
     */
    public static RailMessage parse(byte[] body) {
        try {
            var json = new JsonObject(Buffer.buffer(body));
            return new RailMessage(
                    Objects.requireNonNull(json.getString("transactionId"), "transactionId"),
                    Objects.requireNonNull(json.getString("reference"), "reference"),
                    State.valueOf(json.getString("state", "")),
                    Objects.requireNonNull(json.getLong("amount"), "amount"),
                    json.getString("reason"));
        } catch (io.vertx.core.json.DecodeException | ClassCastException | NullPointerException e) {
            throw new IllegalArgumentException("not a message of the rail", e);
        }
    }

    /** Empty while the rail is still at it. */
    public Optional<RailOutcome> outcome() {
        return switch (state) {
            case PENDING -> Optional.empty();
            case SUCCEEDED -> Optional.of(new RailOutcome.Done(reference, transactionId, amount));
            case FAILED ->
                Optional.of(new RailOutcome.NotDone(
                        reference, transactionId, amount, Objects.requireNonNullElse(reason, "UNKNOWN")));
        };
    }
}
