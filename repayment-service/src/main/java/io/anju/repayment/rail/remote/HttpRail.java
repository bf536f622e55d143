package io.anju.repayment.rail.remote;

import io.anju.kit.client.Remote;
import io.anju.kit.client.Remotes;
import io.anju.repayment.rail.Rail;
import io.anju.repayment.rail.model.Instruction;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.ext.web.client.HttpResponse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Provider;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The rail over HTTP. Orders carry our reference, so that sending one again is harmless and is done. */
@ApplicationScoped
class HttpRail implements Rail {

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
    public Uni<String> send(Instruction instruction) {
        var order = new JsonObject()
                .put("reference", instruction.reference())
                .put("amount", instruction.amount())
                .put("callbackUrl", callbackUrl.get());
        return switch (instruction.kind()) {
            case DEBIT -> send("/rail/debits", order.put("cardToken", instruction.account()));
            case PAYOUT -> send("/rail/payouts", order.put("payee", instruction.account()));
        };
    }

    @Override
    public Uni<Answer> ask(String reference) {
        return rail().get("/rail/transactions?reference=" + URLEncoder.encode(reference, StandardCharsets.UTF_8))
                .map(answer -> answer.statusCode() == 404
                        ? new Answer(false, Optional.empty())
                        : new Answer(
                                true, RailMessage.parse(expect(answer, 200)).outcome()));
    }

    private Uni<String> send(String path, JsonObject order) {
        return rail().postRepeatable(path, order)
                .map(answer -> RailMessage.parse(expect(answer, 202)).transactionId());
    }

    private static byte[] expect(HttpResponse<Buffer> answer, int status) {
        if (answer.statusCode() != status) {
            throw new IllegalStateException("the rail answered " + answer.statusCode());
        }
        return answer.body().getBytes();
    }

    private Remote rail() {
        return remotes.named("rail");
    }
}
