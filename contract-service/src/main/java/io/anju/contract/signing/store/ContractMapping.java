package io.anju.contract.signing.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.anju.contract.signing.Contracts.Contents;
import io.anju.contract.signing.Contracts.Kept;
import io.anju.contract.signing.model.Contract;
import io.anju.contract.signing.model.Contract.Ending;
import io.anju.contract.signing.model.ContractFacts;
import io.anju.contract.signing.model.ContractKind;
import io.anju.contract.signing.model.Party;
import io.anju.contract.signing.model.PrintedClause;
import io.anju.kit.crypto.FieldCipher;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Rows to models and back; personal data pass through encrypted. */
@Singleton
@RegisterForReflection(targets = {Party.class, PrintedClause.class})
class ContractMapping {
    private static final TypeReference<List<PrintedClause>> CLAUSES = new TypeReference<>() {};

    private final FieldCipher cipher;
    private final ObjectMapper json;

    ContractMapping(FieldCipher cipher, ObjectMapper json) {
        this.cipher = cipher;
        this.json = json;
    }

    ContractRow newRow(Contract contract, Contents contents) {
        ContractFacts facts = contract.facts();
        ContractRow row = new ContractRow();
        row.id = facts.id();
        row.number = facts.number();
        row.kind = facts.kind().name();
        row.customerId = facts.customerId();
        row.applicationId = facts.applicationId();
        row.templateId = facts.kind().template();
        row.templateVersion = facts.templateVersion();
        row.pdfSha256 = facts.pdfSha256();
        row.principal = facts.principal();
        row.draftedAt = facts.draftedAt();
        row.amends = facts.amends().map(ContractFacts.Amends::contractId).orElse(null);
        row.propertyCertificate = cipher.encrypt(contents.propertyCertificate(), context("property", facts.id()));
        row.party = cipher.encrypt(write(contents.party()), context("party", facts.id()));
        row.clauses = cipher.encrypt(write(contents.clauses()), context("clauses", facts.id()));
        copyState(contract, row);
        return row;
    }

    void copyState(Contract contract, ContractRow row) {
        row.state = contract.stateName();
        switch (contract) {
            case Contract.Drafted drafted -> row.expiresOn = drafted.expiresOn();
            case Contract.Signed signed -> row.signedAt = signed.signedAt();
            case Contract.Sealed sealed -> {
                row.signedAt = sealed.signedAt().orElse(null);
                row.sealedSha256 = sealed.sealedSha256();
                row.sealedAt = sealed.sealedAt();
            }
            case Contract.Rescinded rescinded -> {
                row.endedAt = rescinded.at();
                row.endReason = rescinded.reason();
            }
            case Contract.Ended ended -> {
                row.endedAt = ended.at();
                row.endReason = ended.reason();
            }
        }
    }

    Kept kept(ContractRow row) {
        ContractFacts facts = new ContractFacts(
                row.id,
                row.number,
                ContractKind.valueOf(row.kind),
                row.customerId,
                row.applicationId,
                row.templateVersion,
                row.pdfSha256,
                row.principal,
                row.draftedAt,
                Optional.ofNullable(row.amends).map(amended -> new ContractFacts.Amends(amended, row.loanId)));
        return new Kept(state(row, facts), row.version);
    }

    private static Contract state(ContractRow row, ContractFacts facts) {
        return switch (row.state) {
            case "DRAFTED" -> new Contract.Drafted(facts, row.expiresOn);
            case "SIGNED" -> new Contract.Signed(facts, row.signedAt);
            case "SEALED" -> sealed(row, facts);
            case "RESCINDED" -> new Contract.Rescinded(sealed(row, facts), row.endedAt, row.endReason);
            case String ended -> new Contract.Ended(facts, Ending.valueOf(ended), row.endedAt, row.endReason);
        };
    }

    private static Contract.Sealed sealed(ContractRow row, ContractFacts facts) {
        return new Contract.Sealed(facts, Optional.ofNullable(row.signedAt), row.sealedSha256, row.sealedAt);
    }

    Contents contents(ContractRow row) {
        return new Contents(
                read(cipher.decrypt(row.party, context("party", row.id)), json.constructType(Party.class)),
                cipher.decrypt(row.propertyCertificate, context("property", row.id)),
                read(cipher.decrypt(row.clauses, context("clauses", row.id)), json.constructType(CLAUSES)));
    }

    byte[] seal(byte[] clear, String what, UUID id) {
        return cipher.encryptBytes(clear, context(what, id));
    }

    byte[] open(byte[] sealed, String what, UUID id) {
        return cipher.decryptBytes(sealed, context(what, id));
    }

    private static String context(String what, UUID id) {
        return "contract/" + id + "/" + what;
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("contents could not be written", e);
        }
    }

    private <T> T read(String text, com.fasterxml.jackson.databind.JavaType type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            // Without the cause: its message quotes the text.
            throw new IllegalStateException("contents could not be read");
        }
    }
}
