package io.anju.repayment.card.remote;

import io.anju.kernel.result.Result;
import io.anju.kit.client.Remote;
import io.anju.kit.client.Remotes;
import io.anju.repayment.card.CardNetwork;
import io.anju.repayment.card.Party;
import io.anju.repayment.card.model.CardRefusal;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.ext.web.client.HttpResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** The card network over HTTP. */
@ApplicationScoped
class HttpCardNetwork implements CardNetwork {

    private final Remotes remotes;

    HttpCardNetwork(Remotes remotes) {
        this.remotes = remotes;
    }

    @Override
    public Uni<Result<String, CardRefusal.NotAccepted>> begin(UUID reference, Party holder, String cardNumber) {
        var four = new JsonObject()
                .put("reference", reference.toString())
                .put("name", holder.name())
                .put("idNumber", holder.idNumber())
                .put("phone", holder.phone())
                .put("cardNumber", cardNumber);
        return network().postRepeatable("/card-network/bindings", four).map(answer -> switch (answer.statusCode()) {
            case 201 -> Result.ok(answer.bodyAsJsonObject().getString("bindingId"));
            case 400, 422 -> Result.refused(new CardRefusal.NotAccepted(code(answer)));
            default -> throw unexpected(answer);
        });
    }

    @Override
    public Uni<Result<Token, CardRefusal>> confirm(String bindingId, String code) {
        String path = "/card-network/bindings/%s/confirmation"
                .formatted(URLEncoder.encode(bindingId, StandardCharsets.UTF_8));
        return network()
                .postRepeatable(path, new JsonObject().put("code", code))
                .map(answer -> switch (answer.statusCode()) {
                    case 200 -> Result.ok(token(answer.bodyAsJsonObject()));
                    case 422 -> Result.refused(new CardRefusal.CodeWrong());
                    case 404, 409 -> Result.refused(new CardRefusal.BindingEnded(code(answer)));
                    default -> throw unexpected(answer);
                });
    }

    private static Token token(JsonObject json) {
        return new Token(json.getString("cardToken"), json.getString("last4"), json.getString("bank"));
    }

    private static String code(HttpResponse<Buffer> answer) {
        return answer.bodyAsJsonObject().getString("code", "UNKNOWN");
    }

    private static IllegalStateException unexpected(HttpResponse<Buffer> answer) {
        return new IllegalStateException("the card network answered " + answer.statusCode());
    }

    private Remote network() {
        return remotes.named("card-network");
    }
}
