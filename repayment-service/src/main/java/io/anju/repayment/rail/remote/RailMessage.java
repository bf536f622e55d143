package io.anju.repayment.rail.remote;

import io.anju.repayment.rail.model.RailOutcome;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the rail says about a transaction, in a callback and in an answer alike.
 *
 * @param amount fen; of what succeeded what moved, and 0 when nothing was there to be moved in part
 * @param reason absent unless it failed
 * @param valueDate on which the money moved; absent while it has not, and when the rail does not say
 */
public record RailMessage(
        String transactionId,
        String reference,
        State state,
        long amount,
        @Nullable String reason,
        @Nullable LocalDate valueDate) {

    private static final int REFERENCE_MOST = 200;

    /** How far the rail is with it. */
    public enum State {
        PENDING,
        SUCCEEDED,
        FAILED
    }

    /**
     * Reads the rail's JSON about one transaction or, as the member {@code transactions}, about several.
     *
     * @throws IllegalArgumentException when it is none, or a member is missing
     */
    public static List<RailMessage> parseAll(byte[] body) {
        try {
            var json = new JsonObject(Buffer.buffer(body));
            return json.containsKey("transactions")
                    ? json.getJsonArray("transactions").stream()
                            .map(JsonObject.class::cast)
                            .map(RailMessage::of)
                            .toList()
                    : List.of(of(json));
        } catch (io.vertx.core.json.DecodeException | ClassCastException | NullPointerException e) {
            throw new IllegalArgumentException("not a message of the rail", e);
        }
    }

    private static RailMessage of(JsonObject json) {
        long amount = Objects.requireNonNull(json.getLong("amount"), "amount");
        String reference = Objects.requireNonNull(json.getString("reference"), "reference");
        State state = State.valueOf(json.getString("state", ""));
        long least = state == State.SUCCEEDED ? 0 : 1;
        if (amount < least || reference.isEmpty() || reference.length() > REFERENCE_MOST) {
            throw new IllegalArgumentException("not an order's amount and reference");
        }
        return new RailMessage(
                Objects.requireNonNull(json.getString("transactionId"), "transactionId"),
                reference,
                state,
                amount,
                json.getString("reason"),
                date(json.getString("valueDate")));
    }

    private static @Nullable LocalDate date(@Nullable String text) {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("not a date: " + text, e);
        }
    }

    /** Empty while the rail is still at it. */
    public Optional<RailOutcome> outcome() {
        return switch (state) {
            case PENDING -> Optional.empty();
            case SUCCEEDED ->
                Optional.of(new RailOutcome.Done(reference, transactionId, amount, Optional.ofNullable(valueDate)));
            case FAILED ->
                Optional.of(new RailOutcome.NotDone(
                        reference, transactionId, amount, Objects.requireNonNullElse(reason, "UNKNOWN")));
        };
    }
}
