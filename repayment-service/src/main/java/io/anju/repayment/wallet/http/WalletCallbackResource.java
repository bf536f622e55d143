package io.anju.repayment.wallet.http;

import io.anju.kit.callback.CallbackSignature;
import io.anju.kit.command.SafeToRepeat;
import io.anju.repayment.rail.RailNews;
import io.anju.repayment.rail.SignedReports;
import io.anju.repayment.rail.model.Channel;
import io.anju.repayment.wallet.remote.WalletMessage;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestHeader;
import org.jspecify.annotations.Nullable;

/**
 * Where the wallet's institution tells what became of a payment. Open to anyone; the signature says whether it was the
 * institution, and about card debits it is not believed.
 */
@Path("/callbacks/wallet")
public class WalletCallbackResource {

    private final RailNews news;
    private final SignedReports<WalletMessage> reports;

    /** @param secretFile whose text, white space at its ends aside, is the key of the institution's signatures */
    WalletCallbackResource(
            RailNews news, @ConfigProperty(name = "anju.wallet.callback-secret-file") java.nio.file.Path secretFile) {
        this.news = news;
        this.reports = new SignedReports<>(secretFile, WalletMessage::parseAll, WalletMessage::outcome);
    }

    @POST
    @SafeToRepeat("an order is concluded once; the same news again is answered alike")
    @PermitAll
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(hidden = true)
    public Uni<Void> told(byte[] body, @RestHeader(CallbackSignature.HEADER) @Nullable String header) {
        return news.hear(Channel.WALLET, reports.outcomes(body, header));
    }
}
