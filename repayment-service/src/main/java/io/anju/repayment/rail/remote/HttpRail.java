package io.anju.repayment.rail.remote;

import io.anju.kit.client.Remote;
import io.anju.kit.client.Remotes;
import io.anju.repayment.rail.Rail;
import io.anju.repayment.rail.model.Instruction;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.ext.web.client.HttpResponse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Provider;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The rail over HTTP. Orders carry our reference, so that sending one again is harmless and is done. */
@ApplicationScoped
class HttpRail implements Rail {

    private static final Pattern CODE = Pattern.compile("^[A-Z][A-Z0-9_]{0,63}$");

    private final Remotes remotes;
    private final Provider<String> callbackUrl;

    /** @param callbackUrl this service's own address as the rail sees it */
    HttpRail(
            Remotes remotes,
            @ConfigProperty(name = "anju.rail.callback-url", defaultValue = "http://localhost:8084/callbacks/rail")
                    Provider<String> callbackUrl) {
        this.remotes = remotes;
        this.callbackUrl = callbackUrl;
    }

    @Override
    public Uni<Optional<String>> send(Instruction instruction) {
        var order = new JsonObject()
                .put("reference", instruction.reference())
                .put("amount", instruction.amount())
                .put("callbackUrl", callbackUrl.get());
        return switch (instruction.kind()) {
            case DEBIT -> send("/rail/debits", withPart(instruction, order.put("cardToken", instruction.account())));
            case PAYOUT -> send("/rail/payouts", order.put("payee", instruction.account()));
            case WALLET_DEBIT, WALLET_RETURN ->
                throw new IllegalArgumentException("not the rail's: " + instruction.reference());
        };
    }

    @Override
    public Uni<Map<String, String>> sendDebits(List<Instruction> debits) {
        var items = new JsonArray();
        debits.forEach(debit -> items.add(withPart(
                debit,
                new JsonObject()
                        .put("reference", debit.reference())
                        .put("cardToken", debit.account())
                        .put("amount", debit.amount()))));
        var batch = new JsonObject().put("callbackUrl", callbackUrl.get()).put("debits", items);
        return rail().postRepeatable("/rail/debit-batches", batch)
                .map(answer -> new JsonObject(Buffer.buffer(expect(answer, 202))))
                .map(HttpRail::refused);
    }

    /** Told only where it is so: a rail that knows no parts moves all or nothing. */
    private static JsonObject withPart(Instruction debit, JsonObject order) {
        return debit.partAccepted() ? order.put("partial", true) : order;
    }

    @Override
    public Uni<Answer> ask(Collection<String> references) {
        var question = new JsonObject().put("references", new JsonArray(List.copyOf(references)));
        return rail().postRepeatable("/rail/transaction-queries", question)
                .map(answer -> RailMessage.parseAll(expect(answer, 200)))
                .map(known -> answer(references, known));
    }

    private static Answer answer(Collection<String> asked, List<RailMessage> known) {
        Set<String> unknown = new HashSet<>(asked);
        known.forEach(message -> unknown.remove(message.reference()));
        return new Answer(
                unknown,
                known.stream()
                        .map(RailMessage::outcome)
                        .flatMap(Optional::stream)
                        .toList());
    }

    private static Map<String, String> refused(JsonObject answer) {
        return answer.getJsonArray("refused").stream()
                .map(JsonObject.class::cast)
                .collect(Collectors.toMap(
                        item -> item.getString("reference"), item -> item.getString("code"), (first, again) -> first));
    }

    private Uni<Optional<String>> send(String path, JsonObject order) {
        return rail().postRepeatable(path, order).map(answer -> switch (answer.statusCode()) {
            case 202 -> Optional.empty();
            // What is wrong with the order is wrong with it each time. Any other answer says nothing of the order.
            case 400, 409, 422 -> Optional.of(code(answer));
            default -> throw new RailAway(answer.statusCode());
        });
    }

    private static String code(HttpResponse<io.vertx.mutiny.core.buffer.Buffer> refusal) {
        try {
            return Optional.ofNullable(refusal.bodyAsJsonObject())
                    .map(body -> body.getString("code"))
                    .flatMap(code ->
                            CODE.matcher(code).results().map(MatchResult::group).findFirst())
                    .orElse("HTTP_" + refusal.statusCode());
        } catch (io.vertx.core.json.DecodeException | ClassCastException e) {
            return "HTTP_" + refusal.statusCode();
        }
    }

    private static byte[] expect(HttpResponse<io.vertx.mutiny.core.buffer.Buffer> answer, int status) {
        if (answer.statusCode() != status) {
            throw new RailAway(answer.statusCode());
        }
        return answer.body().getBytes();
    }

    /** The rail did not do what it was asked. */
    private static final class RailAway extends RuntimeException {

        private static final long serialVersionUID = 1L;

        RailAway(int status) {
            super("the rail answered " + status);
        }
    }

    private Remote rail() {
        return remotes.named("rail");
    }
}
