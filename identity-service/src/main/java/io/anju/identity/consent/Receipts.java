package io.anju.identity.consent;

import io.anju.identity.consent.model.Purpose;
import io.anju.identity.consent.model.Receipt;
import io.anju.identity.model.Wording;
import io.anju.identity.token.Tokens;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Receipts as signed documents: what was decided, about which words, and where the evidence log has it. Their fields
 * follow ISO/IEC TS 27560. They name the customer by id alone.
 *
 * <p>The key that signs is replaced from time to time. That a receipt is genuine can be shown for longer than the key is
 * published, because its digest is part of the fact that the evidence log commits to.
 */
@ApplicationScoped
class Receipts {

    /** The document's {@code typ}: no token check of the house takes it for a token. */
    static final String TYPE = "consent-receipt+jwt";

    private final Tokens tokens;

    Receipts(Tokens tokens) {
        this.tokens = tokens;
    }

    /** @param purpose the version that the receipt is about */
    Uni<SignedReceipt> sign(Receipt receipt, Purpose purpose, UUID eventId) {
        var claims = new LinkedHashMap<String, Object>();
        claims.put("sub", receipt.customerId().toString());
        claims.put("jti", receipt.id().toString());
        claims.put("iat", receipt.at().getEpochSecond());
        claims.put("consent", consent(receipt, purpose));
        claims.put("evidence", Map.of("leaf", eventId.toString(), "proof", SignedReceipt.proofOf(eventId)));
        return tokens.document(TYPE, claims).map(document -> new SignedReceipt(receipt, document, eventId));
    }

    private static Map<String, Object> consent(Receipt receipt, Purpose purpose) {
        var consent = new LinkedHashMap<String, Object>();
        consent.put("purpose", purpose.code());
        consent.put("version", purpose.version());
        consent.put("channel", receipt.subject().channel());
        consent.put("decision", receipt.decision().name());
        receipt.prompt().ifPresent(prompt -> consent.put("prompt", prompt.toString()));
        consent.put("legalBasis", purpose.legalBasis().name());
        consent.put("why", words(purpose.title()));
        consent.put("data", words(purpose.data()));
        consent.put("method", words(purpose.method()));
        purpose.necessity().ifPresent(necessity -> consent.put("necessity", words(necessity)));
        consent.put("keepYears", purpose.keepYears());
        return consent;
    }

    private static Map<String, Object> words(Wording wording) {
        return Map.of("zh", wording.zh(), "en", wording.en());
    }
}
