package io.anju.repayment.rail;

import io.anju.kit.callback.CallbackSignature;
import io.anju.kit.problem.Problem;
import io.anju.kit.problem.ProblemException;
import io.anju.repayment.rail.model.RailOutcome;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads what an institution reports of orders on a door that is open to anyone: its signature says whose word it is.
 *
 * @param <M> one message as that institution writes it
 */
public final class SignedReports<M> {

    private final CallbackSignature signature;
    private final Function<byte[], List<M>> parsing;
    private final Function<M, Optional<RailOutcome>> outcome;

    /**
     * @param secretFile whose text, white space at its ends aside, is the key of the institution's signatures
     * @param parsing fails with {@link IllegalArgumentException} for what cannot be read
     * @param outcome empty while it is open
     */
    public SignedReports(
            Path secretFile, Function<byte[], List<M>> parsing, Function<M, Optional<RailOutcome>> outcome) {
        this.signature = CallbackSignature.ofSecretIn(secretFile);
        this.parsing = parsing;
        this.outcome = outcome;
    }

    /**
     * What has been concluded, in the order in which it is told.
     *
     * @throws ProblemException 401 CALLBACK_NOT_SIGNED, 400 MALFORMED_REQUEST
     */
    public List<RailOutcome> outcomes(byte[] body, @Nullable String header) {
        if (!signature.covers(body, header)) {
            throw new ProblemException(Problem.of(401, "CALLBACK_NOT_SIGNED"));
        }
        try {
            return parsing.apply(body).stream()
                    .map(outcome)
                    .flatMap(Optional::stream)
                    .toList();
        } catch (IllegalArgumentException e) {
            throw new ProblemException(Problem.of(400, "MALFORMED_REQUEST"));
        }
    }
}
