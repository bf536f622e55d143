package io.anju.contract.proof.http;

import io.anju.contract.proof.ContractChecks;
import io.anju.contract.proof.ContractChecks.Checked;
import io.anju.contract.proof.model.CheckFinding;
import io.anju.contract.sealing.SealCheck;
import io.anju.kit.command.SafeToRepeat;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Anyone may ask whether a file is a contract of this bank, in force and unchanged. */
@Path("/api/v1/contract-checks")
@PermitAll
public class ContractChecksResource {
    private final ContractChecks checks;

    ContractChecksResource(ContractChecks checks) {
        this.checks = checks;
    }

    /**
     * What was found.
     *
     * @param genuine in force, unchanged, sealed by this bank, and in the log
     * @param finding that, or exactly what is wrong
     * @param sha256 of the file, hexadecimal
     */
    @RegisterForReflection
    @Schema(name = "ContractCheck")
    public record View(
            boolean genuine,
            CheckFinding finding,
            String sha256,
            List<SignatureView> signatures,
            @Nullable ContractSummary contract,
            @Nullable LogPosition log) {}

    /**
     * A signature in the file.
     *
     * @param state VALID or BROKEN
     * @param bankSeal whether it is this bank's seal
     * @param claimedAt the time that the file claims
     */
    @RegisterForReflection
    @Schema(name = "CheckedSignature")
    public record SignatureView(
            String state,
            String signer,
            boolean bankSeal,
            boolean coversWholeFile,
            @Nullable Instant claimedAt) {
        static SignatureView of(SealCheck.Finding finding) {
            return new SignatureView(
                    finding.state().name(),
                    finding.signer(),
                    finding.oursSeal(),
                    finding.coversWholeFile(),
                    finding.claimedAt().orElse(null));
        }
    }

    /**
     * As much about the contract as stands on the paper in hand.
     *
     * @param pdfSha256 what was signed
     */
    @RegisterForReflection
    @Schema(name = "CheckedContract")
    public record ContractSummary(String number, String kind, String state, String pdfSha256) {}

    /**
     * Where the contract's coming into force is in the evidence log.
     *
     * @param tlogProof C2SP tlog-proof, checkable offline
     */
    @RegisterForReflection
    @Schema(name = "LogPosition")
    public record LogPosition(long index, long size, String tlogProof) {}

    @POST
    @Admitted
    @SafeToRepeat("it looks, and keeps nothing")
    @Consumes("application/pdf")
    public Uni<View> check(byte[] file) {
        CheckPlaces.requireSmall(file.length);
        return checks.check(file).map(ContractChecksResource::view);
    }

    private static View view(Checked checked) {
        return new View(
                checked.finding() == CheckFinding.GENUINE,
                checked.finding(),
                checked.sha256(),
                checked.signatures().stream().map(SignatureView::of).toList(),
                checked.contract()
                        .map(contract -> new ContractSummary(
                                contract.facts().number(),
                                contract.facts().kind().name(),
                                contract.stateName(),
                                contract.facts().pdfSha256()))
                        .orElse(null),
                checked.placed()
                        .map(placed -> new LogPosition(
                                placed.leaf().index(),
                                placed.size(),
                                placed.proof().text()))
                        .orElse(null));
    }
}
