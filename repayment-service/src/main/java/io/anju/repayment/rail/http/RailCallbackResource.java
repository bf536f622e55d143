package io.anju.repayment.rail.http;

import io.anju.kit.callback.CallbackSignature;
import io.anju.kit.command.SafeToRepeat;
import io.anju.repayment.rail.RailNews;
import io.anju.repayment.rail.SignedReports;
import io.anju.repayment.rail.model.Channel;
import io.anju.repayment.rail.remote.RailMessage;
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
 * Where the rail tells what became of an order, or of many. Open to anyone; the signature says whether it was the rail.
 * What is signed and can be read is taken, believed or not: a break is ours to look at, and telling it again mends nothing.
 */
@Path("/callbacks/rail")
public class RailCallbackResource {

    private final RailNews news;
    private final SignedReports<RailMessage> reports;

    /** @param secretFile whose text, white space at its ends aside, is the key of the signatures of the rail's reports */
    RailCallbackResource(
            RailNews news, @ConfigProperty(name = "anju.rail.callback-secret-file") java.nio.file.Path secretFile) {
        this.news = news;
        this.reports = new SignedReports<>(secretFile, RailMessage::parseAll, RailMessage::outcome);
    }

    @POST
    @SafeToRepeat("an order is concluded once; the same news again is answered alike")
    @PermitAll
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(hidden = true)
    public Uni<Void> told(byte[] body, @RestHeader(CallbackSignature.HEADER) @Nullable String header) {
        return news.hear(Channel.RAIL, reports.outcomes(body, header));
    }
}
