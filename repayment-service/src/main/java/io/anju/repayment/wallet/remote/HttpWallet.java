package io.anju.repayment.wallet.remote;

import io.anju.kernel.result.Result;
import io.anju.kit.callback.CallbackSignature;
import io.anju.kit.client.Remote;
import io.anju.kit.client.Remotes;
import io.anju.repayment.rail.Carrier;
import io.anju.repayment.rail.Rail;
import io.anju.repayment.rail.model.Channel;
import io.anju.repayment.rail.model.Instruction;
import io.anju.repayment.wallet.WalletInstitution;
import io.anju.repayment.wallet.model.WalletAccount;
import io.anju.repayment.wallet.model.WalletRefusal;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.ext.web.client.HttpResponse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Provider;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The wallet's institution over HTTP. All calls carry a reference of ours, so that sending one again is harmless. */
@ApplicationScoped
class HttpWallet implements WalletInstitution, Carrier {

    private final Remotes remotes;
    private final Provider<String> callbackUrl;
    private final CallbackSignature signature;

    /**
     * @param callbackUrl this service's own address as the institution sees it
     * @param secretFile whose text, white space at its ends aside, is the key of signatures in both directions
     */
    HttpWallet(
            Remotes remotes,
            @ConfigProperty(name = "anju.wallet.callback-url", defaultValue = "http://localhost:8084/callbacks/wallet")
                    Provider<String> callbackUrl,
            @ConfigProperty(name = "anju.wallet.callback-secret-file") Path secretFile) {
        this.remotes = remotes;
        this.callbackUrl = callbackUrl;
        this.signature = CallbackSignature.ofSecretIn(secretFile);
    }

    @Override
    public Uni<Result<Wallet, WalletRefusal>> link(UUID linkId, String code) {
        var body = new JsonObject().put("reference", linkId.toString()).put("code", code);
        return institution().postRepeatable("/wallet/links", body).map(answer -> switch (answer.statusCode()) {
            case 201 -> Result.ok(wallet(answer.bodyAsJsonObject()));
            case 400, 422 -> Result.refused(new WalletRefusal.CodeWrong());
            default -> throw unexpected(answer);
        });
    }

    @Override
    public Uni<WalletAccount> account(String token) {
        return institution()
                .get("/wallet/accounts/" + URLEncoder.encode(token, StandardCharsets.UTF_8))
                .map(answer -> expect(answer, 200).toJsonObject())
                .map(json -> new WalletAccount(
                        json.getLong("ownFunds"), json.getLong("creditLimit"), json.getLong("creditUsed")));
    }

    @Override
    public Uni<String> tell(String payload) {
        var envelope = new JsonObject()
                .put("payload", payload)
                .put("signature", signature.of(payload.getBytes(StandardCharsets.UTF_8)));
        return institution()
                .postRepeatable("/wallet/notices", envelope)
                .map(answer -> expect(answer, 200).toJsonObject().getString("sha256"));
    }

    @Override
    public Channel channel() {
        return Channel.WALLET;
    }

    @Override
    public Uni<Void> send(Instruction instruction) {
        var order = new JsonObject()
                .put("reference", instruction.reference())
                .put("wallet", instruction.account())
                .put("amount", instruction.amount())
                .put("callbackUrl", callbackUrl.get());
        return switch (instruction.kind()) {
            // The institution is told each time that only the holder's own money may pay.
            case WALLET_DEBIT -> send("/wallet/payments", order.put("funds", WalletMessage.Funds.OWN.name()));
            case WALLET_RETURN -> send("/wallet/returns", order.put("payment", instruction.subject()));
            case DEBIT, PAYOUT -> throw new IllegalArgumentException("not a wallet's: " + instruction.kind());
        };
    }

    private Uni<Void> send(String path, JsonObject order) {
        return institution()
                .postRepeatable(path, order)
                .map(answer -> expect(answer, 202))
                .replaceWithVoid();
    }

    @Override
    public Uni<Rail.Answer> ask(Collection<String> references) {
        var question = new JsonObject().put("references", new JsonArray(List.copyOf(references)));
        return institution()
                .postRepeatable("/wallet/payment-queries", question)
                .map(answer -> WalletMessage.parseAll(expect(answer, 200).getBytes()))
                .map(known -> answer(references, known));
    }

    private static Rail.Answer answer(Collection<String> asked, List<WalletMessage> known) {
        Set<String> unknown = new HashSet<>(asked);
        known.forEach(message -> unknown.remove(message.reference()));
        return new Rail.Answer(
                unknown,
                known.stream()
                        .map(WalletMessage::outcome)
                        .flatMap(Optional::stream)
                        .toList());
    }

    private static Wallet wallet(JsonObject json) {
        return new Wallet(json.getString("wallet"), json.getString("tail"));
    }

    private static Buffer expect(HttpResponse<Buffer> answer, int status) {
        if (answer.statusCode() != status) {
            throw unexpected(answer);
        }
        return answer.body();
    }

    private static InstitutionAway unexpected(HttpResponse<Buffer> answer) {
        return new InstitutionAway(answer.statusCode());
    }

    /** The institution did not do what it was asked. */
    private static final class InstitutionAway extends RuntimeException {

        private static final long serialVersionUID = 1L;

        InstitutionAway(int status) {
            super("the wallet's institution answered " + status);
        }
    }

    private Remote institution() {
        return remotes.named("wallet");
    }
}
