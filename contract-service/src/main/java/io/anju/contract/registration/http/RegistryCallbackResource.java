package io.anju.contract.registration.http;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.anju.contract.registration.RegistryConfig;
import io.anju.contract.registration.RegistryDesk;
import io.anju.contract.registration.model.RegistryNews;
import io.anju.kit.callback.CallbackSignature;
import io.anju.kit.command.SafeToRepeat;
import io.anju.kit.problem.Problem;
import io.anju.kit.problem.ProblemException;
import io.anju.kit.tx.Transactions;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.io.IOException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Where the property registry reports; at least once, so the same news twice has its effect once. */
@Path("/callbacks/property-registry")
@PermitAll
public class RegistryCallbackResource {
    private static final ObjectMapper JSON =
            new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private final CallbackSignature signature;
    private final RegistryDesk desk;
    private final Transactions transactions;

    RegistryCallbackResource(RegistryConfig config, RegistryDesk desk, Transactions transactions) {
        this.signature = CallbackSignature.ofSecretIn(config.callbackSecretFile());
        this.desk = desk;
        this.transactions = transactions;
    }

    @RegisterForReflection
    record Callback(
            String registrationId,
            String state,
            @Nullable String certificateNumber,
            @Nullable String reason) {}

    @POST
    @SafeToRepeat("the same news twice has its effect once")
    @Operation(hidden = true)
    public Uni<Void> report(@HeaderParam(CallbackSignature.HEADER) @Nullable String header, byte[] body) {
        if (!signature.covers(body, header)) {
            throw new ProblemException(Problem.of(401, "CALLBACK_SIGNATURE_WRONG"));
        }
        Callback callback = read(body);
        RegistryNews news = new RegistryNews(
                callback.registrationId(), callback.state(), callback.certificateNumber(), callback.reason());
        return transactions
                .run(tx -> desk.hear(tx, news))
                .invoke(known -> {
                    // Faster than our own note of the application: the registry tries again.
                    if (!known) {
                        throw new ProblemException(Problem.notFound());
                    }
                })
                .replaceWithVoid();
    }

    private static Callback read(byte[] body) {
        try {
            Callback callback = JSON.readValue(body, Callback.class);
            if (callback.registrationId() == null || callback.state() == null) {
                throw new ProblemException(Problem.of(400, "MALFORMED_REQUEST"));
            }
            return callback;
        } catch (IOException e) {
            throw new ProblemException(Problem.of(400, "MALFORMED_JSON"));
        }
    }
}
