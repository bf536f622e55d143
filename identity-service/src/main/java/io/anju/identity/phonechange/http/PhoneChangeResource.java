package io.anju.identity.phonechange.http;

import io.anju.identity.http.Origin;
import io.anju.identity.http.Outcome;
import io.anju.identity.http.Phones;
import io.anju.identity.phonechange.PhoneChanges;
import io.anju.identity.phonechange.model.PhoneChangeRefusal;
import io.anju.identity.proof.SmsGateway;
import io.anju.kernel.result.Result;
import io.anju.kit.caller.Caller;
import io.anju.kit.caller.RequiresLevel;
import io.anju.kit.command.Commands;
import io.anju.kit.command.Reply;
import io.anju.kit.command.SafeToRepeat;
import io.anju.kit.failure.SurvivedFailures;
import io.anju.kit.tx.Transactions;
import io.anju.kit.tx.Tx;
import io.anju.kit.verification.RequiresVerification;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/**
 * Changing one's phone. Opening it is a protected act, {@code phone.change}: proved by a passkey, or by a code on the old
 * phone. The new phone is proved by the code that is sent to it.
 */
@Path("/api/v1/me/phone-changes")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("customer")
@RequiresLevel("L1")
public class PhoneChangeResource {

    /** @param phone the new one */
    @RegisterForReflection
    public record OpenPhoneChange(@NotBlank @Size(max = 30) String phone) {

        @Override
        public String toString() {
            return "OpenPhoneChange";
        }
    }

    /** @param phone the new one, masked */
    @RegisterForReflection
    public record PhoneChangeOpened(UUID id, String phone, Instant expiresAt) {}

    /** @param code from the new phone */
    @RegisterForReflection
    public record PhoneChangeProof(
            @NotNull @Pattern(regexp = "\\d{6}") String code) {

        @Override
        public String toString() {
            return "PhoneChangeProof";
        }
    }

    /** @param phone the account's phone from now on, masked */
    @RegisterForReflection
    public record PhoneChanged(String phone) {}

    private final Commands commands;
    private final Transactions transactions;
    private final PhoneChanges changes;
    private final SmsGateway sms;
    private final SurvivedFailures failures;
    private final Caller caller;
    private final Origin origin;

    PhoneChangeResource(
            Commands commands,
            Transactions transactions,
            PhoneChanges changes,
            SmsGateway sms,
            SurvivedFailures failures,
            Caller caller,
            Origin origin) {
        this.commands = commands;
        this.transactions = transactions;
        this.changes = changes;
        this.sms = sms;
        this.failures = failures;
        this.caller = caller;
        this.origin = origin;
    }

    /** Opens a change and sends a code to the new phone; it does not tell whether that phone is registered. */
    @POST
    @SafeToRepeat(
            "the verification opens one change: the second time is 403 VERIFICATION_USED, and another verification opens another")
    @RequiresVerification(act = "phone.change", resource = "/api/v1/me/phone-changes")
    @APIResponseSchema(value = PhoneChangeOpened.class, responseCode = "201")
    public Uni<Response> open(@NotNull @Valid OpenPhoneChange request) {
        var phone = Phones.read(request.phone());
        // The code leaves the transaction by this alone: it is sent when all is kept, and is in no answer.
        var code = new AtomicReference<Optional<String>>(Optional.empty());
        return commands.run(tx -> changes.open(tx, caller.id(), phone, origin.address())
                        .invoke(result -> code.set(code(result)))
                        .map(PhoneChangeResource::opened))
                .call(response -> Objects.requireNonNull(code.get())
                        .map(digits -> sms.send(phone, text(digits)))
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private static Optional<String> code(Result<PhoneChanges.Opened, PhoneChangeRefusal> result) {
        return result instanceof Result.Ok<PhoneChanges.Opened, PhoneChangeRefusal>(var opened)
                ? Optional.of(opened.code())
                : Optional.empty();
    }

    private static Reply opened(Result<PhoneChanges.Opened, PhoneChangeRefusal> result) {
        return Reply.of(
                result,
                opened -> Reply.created(new PhoneChangeOpened(
                        opened.change().id(),
                        opened.change().phone().masked(),
                        opened.change().expiresAt())),
                PhoneChangeResource::status);
    }

    /** Changes the phone, by the code from the new one; the old phone is told. */
    @POST
    @Path("{id}/proof")
    @SafeToRepeat("it is changed once: the second time is 409 PHONE_CHANGED_ALREADY")
    @APIResponseSchema(PhoneChanged.class)
    public Uni<PhoneChanged> prove(@PathParam("id") UUID id, @NotNull @Valid PhoneChangeProof request) {
        return transactions
                .run((Tx tx) -> changes.prove(tx, caller.id(), id, request.code()))
                .map(result -> Outcome.orProblem(result, PhoneChangeResource::status))
                .call(this::tell)
                .map(changed -> new PhoneChanged(changed.now().masked()));
    }

    /** Best effort, on the old phone: a gateway that is away undoes nothing. */
    private Uni<Void> tell(PhoneChanges.Changed changed) {
        return failures.survive("telling of a changed phone", sms.send(changed.before(), notice(changed)));
    }

    private static String text(String code) {
        return "【安居】验证码 " + code + "，您正在将账户手机号更换为本号码。5分钟内有效，请勿告诉他人。Code " + code + " to move an account to this phone.";
    }

    private static String notice(PhoneChanges.Changed changed) {
        return "【安居】您的账户手机号已更换为" + changed.now().masked()
                + "。如非本人操作，请立即联系我们。The phone of your account was changed. If it was not you, call us now.";
    }

    private static int status(PhoneChangeRefusal refusal) {
        return switch (refusal) {
            case PhoneChangeRefusal.NotFound ignored -> 404;
            case PhoneChangeRefusal.SamePhone ignored -> 409;
            case PhoneChangeRefusal.Expired ignored -> 410;
            case PhoneChangeRefusal.CompletedAlready ignored -> 409;
            case PhoneChangeRefusal.Taken ignored -> 409;
            case PhoneChangeRefusal.ProofRefused(var cause) -> Outcome.status(cause);
        };
    }
}
