package io.anju.loan.application.store;

import static java.util.Objects.requireNonNull;

import io.anju.kit.crypto.FieldCipher;
import io.anju.loan.application.model.ApplicationDraft;
import io.anju.loan.application.model.Facts;
import io.anju.loan.application.model.Property;
import io.anju.loan.application.model.TrancheWish;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;

/** What an application declares: encrypted in its row, beside the hash by which its home is found. */
@ApplicationScoped
class DeclaredContent {

    /** Context of the hash of a property certificate number. */
    private static final String PROPERTY = "property";

    /** The form of a hash that was made of {@link Property}'s one spelling. */
    static final int ONE_SPELLING = 1;

    private final ApplicationJson json;
    private final FieldCipher cipher;

    DeclaredContent(ApplicationJson json, FieldCipher cipher) {
        this.json = json;
        this.cipher = cipher;
    }

    /** With the sum of its tranches, in fen, and the hash of its home. */
    void write(ApplicationDraft content, ApplicationRow row) {
        row.facts = cipher.encrypt(json.write(content), context(row));
        row.principal =
                content.tranches().stream().mapToLong(TrancheWish::principal).sum();
        propertyKey(content, row);
    }

    private void propertyKey(ApplicationDraft content, ApplicationRow row) {
        var property = content.property();
        row.propertyKey = property == null ? null : cipher.lookupHash(property.certificateNumber(), PROPERTY);
        row.propertyKeyForm = ONE_SPELLING;
    }

    /** Hashes the home of a row in the one spelling of its certificate's number. */
    void renewPropertyKey(ApplicationRow row) {
        propertyKey(read(row), row);
    }

    /**
     * Under each key that a home may have been kept by: in the one spelling and, until {@link PropertyKeys} is through,
     * with the brackets that keyboards have.
     */
    List<byte[]> propertyKeys(String certificateNumber) {
        return Stream.of(certificateNumber, certificateNumber.replace('（', '(').replace('）', ')'))
                .distinct()
                .flatMap(spelling -> cipher.lookupHashes(spelling, PROPERTY).stream())
                .toList();
    }

    ApplicationDraft read(ApplicationRow row) {
        return json.read(cipher.decrypt(row.facts, context(row)), ApplicationDraft.class);
    }

    /** Of a row whose state says that the draft is complete. */
    Facts facts(ApplicationRow row) {
        var content = read(row);
        return new Facts(
                content.tranches(),
                content.dueDay(),
                requireNonNull(content.property()),
                requireNonNull(content.income()),
                content.liabilities(),
                content.assets());
    }

    private static String context(ApplicationRow row) {
        return "application/" + row.id;
    }
}
