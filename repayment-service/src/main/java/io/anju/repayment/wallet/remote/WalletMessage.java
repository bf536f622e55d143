package io.anju.repayment.wallet.remote;

import io.anju.repayment.rail.model.RailOutcome;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the institution says about a payment, in a callback and in an answer alike.
 *
 * @param kind absent for a payment
 * @param amount fen
 * @param funds whose money was taken, or given back
 * @param reason absent unless it failed
 */
public record WalletMessage(
        String transactionId,
        String reference,
        Kind kind,
        State state,
        long amount,
        Funds funds,
        @Nullable String reason) {

    private static final int REFERENCE_MOST = 200;

    /** Which way the money went. */
    public enum Kind {
        /** From the wallet to us. */
        PAYMENT,
        /** Back to the wallet's credit line. */
        RETURN
    }

    /** How far the institution is with it. */
    public enum State {
        PENDING,
        SUCCEEDED,
        FAILED
    }

    /** Whose money. */
    public enum Funds {
        /** The wallet holder's. */
        OWN,
        /** Drawn from the credit line. */
        CREDIT
    }

    /**
     * Reads the institution's JSON about one payment or, as the member {@code payments}, about several.
     *
     * @throws IllegalArgumentException when it is none, or a member is missing
     */
    public static List<WalletMessage> parseAll(byte[] body) {
        try {
            var json = new JsonObject(Buffer.buffer(body));
            return json.containsKey("payments")
                    ? json.getJsonArray("payments").stream()
                            .map(JsonObject.class::cast)
                            .map(WalletMessage::of)
                            .toList()
                    : List.of(of(json));
        } catch (io.vertx.core.json.DecodeException | ClassCastException | NullPointerException e) {
            throw new IllegalArgumentException("not a message of the institution", e);
        }
    }

    private static WalletMessage of(JsonObject json) {
        long amount = Objects.requireNonNull(json.getLong("amount"), "amount");
        String reference = Objects.requireNonNull(json.getString("reference"), "reference");
        if (amount <= 0 || reference.isEmpty() || reference.length() > REFERENCE_MOST) {
            throw new IllegalArgumentException("not an order's amount and reference");
        }
        return new WalletMessage(
                Objects.requireNonNull(json.getString("transactionId"), "transactionId"),
                reference,
                Kind.valueOf(json.getString("kind", Kind.PAYMENT.name())),
                State.valueOf(json.getString("state", "")),
                amount,
                Funds.valueOf(json.getString("funds", "")),
                json.getString("reason"));
    }

    /**
     * Empty while the institution is still at it. Money from the credit line is refused even where the institution took
     * it: an instalment is never paid from consumer credit.
     */
    public Optional<RailOutcome> outcome() {
        return switch (state) {
            case PENDING -> Optional.empty();
            case SUCCEEDED ->
                Optional.of(
                        kind == Kind.RETURN || funds == Funds.OWN
                                ? new RailOutcome.Done(reference, transactionId, amount, Optional.empty())
                                : new RailOutcome.NotAllowed(
                                        reference, transactionId, amount, RailOutcome.PAID_FROM_CREDIT));
            case FAILED ->
                Optional.of(new RailOutcome.NotDone(
                        reference, transactionId, amount, Objects.requireNonNullElse(reason, "UNKNOWN")));
        };
    }
}
