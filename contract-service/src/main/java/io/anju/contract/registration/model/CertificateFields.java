package io.anju.contract.registration.model;

import io.anju.contract.signing.model.Party;
import io.anju.contract.template.model.FieldValue;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** The values of the settlement certificate's fields. */
public final class CertificateFields {
    private CertificateFields() {}

    /**
     * All fields.
     *
     * @param lent what was paid out under the contract and is repaid, fen
     */
    public static Map<String, FieldValue> of(
            String number,
            String lender,
            Party borrower,
            String contractNumber,
            long lent,
            LocalDate settledOn,
            Optional<String> mortgageCertificate) {
        return Map.of(
                "certificateNumber", new FieldValue.Words(number),
                "lender", new FieldValue.Words(lender),
                "borrowerName", new FieldValue.Words(borrower.name()),
                "borrowerIdNumber", new FieldValue.Words(borrower.idNumber()),
                "contractNumber", new FieldValue.Words(contractNumber),
                "totalPrincipal", new FieldValue.Money(lent),
                "settledOn", new FieldValue.Date(settledOn),
                "mortgageCertificate", new FieldValue.Words(mortgageCertificate.orElse("无")));
    }
}
