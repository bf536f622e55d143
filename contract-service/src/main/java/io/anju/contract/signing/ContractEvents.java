package io.anju.contract.signing;

import io.anju.contract.signing.model.Contract;
import io.anju.contract.signing.model.ContractFacts;
import io.anju.contract.signing.model.ContractFacts.Amends;
import io.anju.contract.signing.model.ContractKind;
import io.anju.kit.event.DomainEvent;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is told of contracts; shapes as in {@code src/main/resources/events}. */
public final class ContractEvents {
    private ContractEvents() {}

    /** What every event of a contract says. */
    @RegisterForReflection
    public record ContractData(UUID contractId, UUID applicationId, UUID customerId, String pdfSha256) {}

    /** A contract in force: the hash that was signed and that of the sealed file. */
    @RegisterForReflection
    public record SealedData(
            UUID contractId, UUID applicationId, UUID customerId, String pdfSha256, String sealedPdfSha256) {}

    /** A contract that never came into force, or is in force no more. */
    @RegisterForReflection
    public record EndedData(UUID contractId, UUID applicationId, UUID customerId, String ending) {}

    /** What every event of an amendment says; {@code contractId} is the amendment's own. */
    @RegisterForReflection
    public record AmendmentData(
            UUID contractId, UUID amends, UUID loanId, UUID applicationId, UUID customerId, String pdfSha256) {}

    /** An amendment in force: the hash that was signed and that of the sealed file. */
    @RegisterForReflection
    public record AmendedData(
            UUID contractId,
            UUID amends,
            UUID loanId,
            UUID applicationId,
            UUID customerId,
            String pdfSha256,
            String sealedPdfSha256) {}

    /** An amendment that came to nothing. */
    @RegisterForReflection
    public record AmendmentEndedData(
            UUID contractId, UUID amends, UUID loanId, UUID applicationId, UUID customerId, String ending) {}

    /** A certificate that a loan is repaid. */
    @RegisterForReflection
    public record CertifiedData(
            UUID contractId,
            UUID applicationId,
            UUID customerId,
            @Nullable UUID loanId,
            String sealedPdfSha256) {}

    /** What every event of a wallet agreement says; the agreement's id and the contract's are one. */
    @RegisterForReflection
    public record AgreementData(
            UUID agreementId, UUID contractId, UUID linkId, UUID customerId, String pdfSha256, String state) {}

    /** A contract can be read and signed. */
    public static DomainEvent drafted(ContractFacts facts) {
        return event("drafted", facts);
    }

    /** A contract was signed by everyone who must. */
    public static DomainEvent signed(ContractFacts facts) {
        return event("signed", facts);
    }

    /** A contract is in force. */
    public static DomainEvent sealed(Contract.Sealed contract) {
        ContractFacts facts = contract.facts();
        if (facts.kind() == ContractKind.WALLET_AGREEMENT) {
            return agreement("sealed", facts, contract.stateName());
        }
        if (facts.amends().isPresent()) {
            return amended(facts, facts.amends().get(), contract.sealedSha256());
        }
        return new DomainEvent(
                "anju.contract.sealed.v1",
                facts.id().toString(),
                new SealedData(
                        facts.id(),
                        facts.applicationId(),
                        facts.customerId(),
                        facts.pdfSha256(),
                        contract.sealedSha256()));
    }

    /** A contract was declined, expired or withdrawn. */
    public static DomainEvent ended(Contract.Ended contract) {
        return ended(contract.facts(), contract.ending().name());
    }

    /** A contract in force was rescinded. */
    public static DomainEvent rescinded(Contract.Rescinded contract) {
        return ended(contract.facts(), contract.stateName());
    }

    private static DomainEvent amended(ContractFacts facts, Amends amends, String sealedSha256) {
        return new DomainEvent(
                "anju.contract.amended.v1",
                facts.id().toString(),
                new AmendedData(
                        facts.id(),
                        amends.contractId(),
                        amends.loanId(),
                        facts.applicationId(),
                        facts.customerId(),
                        facts.pdfSha256(),
                        sealedSha256));
    }

    private static DomainEvent ended(ContractFacts facts, String ending) {
        if (facts.kind() == ContractKind.WALLET_AGREEMENT) {
            return agreement("ended", facts, ending);
        }
        if (facts.amends().isPresent()) {
            Amends amends = facts.amends().get();
            return new DomainEvent(
                    "anju.contract.amendment-ended.v1",
                    facts.id().toString(),
                    new AmendmentEndedData(
                            facts.id(),
                            amends.contractId(),
                            amends.loanId(),
                            facts.applicationId(),
                            facts.customerId(),
                            ending));
        }
        return new DomainEvent(
                "anju.contract." + ending.toLowerCase(Locale.ROOT) + ".v1",
                facts.id().toString(),
                new EndedData(facts.id(), facts.applicationId(), facts.customerId(), ending));
    }

    /** A settlement certificate was sealed. */
    public static DomainEvent certified(Contract.Sealed certificate, UUID loanId) {
        ContractFacts facts = certificate.facts();
        return new DomainEvent(
                "anju.settlement.certified.v1",
                facts.id().toString(),
                new CertifiedData(
                        facts.id(), facts.applicationId(), facts.customerId(), loanId, certificate.sealedSha256()));
    }

    /** A mortgage is no wallet: whoever waits for a home loan's contract never hears of an agreement. */
    private static DomainEvent agreement(String what, ContractFacts facts, String state) {
        return new DomainEvent(
                "anju.wallet-agreement." + what + ".v1",
                facts.id().toString(),
                new AgreementData(
                        facts.id(), facts.id(), facts.applicationId(), facts.customerId(), facts.pdfSha256(), state));
    }

    /** An amendment has names of its own: who waits for a loan's contract must not take it for that. */
    private static DomainEvent event(String what, ContractFacts facts) {
        if (facts.kind() == ContractKind.WALLET_AGREEMENT) {
            return agreement(what, facts, what.toUpperCase(Locale.ROOT));
        }
        String subject = facts.id().toString();
        return facts.amends()
                .map(amends -> new DomainEvent(
                        "anju.contract.amendment-" + what + ".v1",
                        subject,
                        new AmendmentData(
                                facts.id(),
                                amends.contractId(),
                                amends.loanId(),
                                facts.applicationId(),
                                facts.customerId(),
                                facts.pdfSha256())))
                .orElseGet(() -> new DomainEvent(
                        "anju.contract." + what + ".v1",
                        subject,
                        new ContractData(facts.id(), facts.applicationId(), facts.customerId(), facts.pdfSha256())));
    }
}
