package io.anju.contract.drafting.model;

import io.anju.contract.signing.model.Party;
import io.anju.contract.template.model.FieldValue;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/**
 * A wallet agreement as repayment-service asks for it ({@code anju.wallet.link-requested.v1}).
 *
 * @param agreementId the contract's id to be
 * @param limit fen
 * @param mortgageBalance fen, on which the limit was computed
 * @param walletTail last characters of the wallet
 * @param undoHours how long a closing can be undone
 */
public record WalletAgreement(
        UUID agreementId,
        UUID linkId,
        UUID customerId,
        long limit,
        long mortgageBalance,
        String walletTail,
        long undoHours) {

    /** The values of the template's fields. */
    public Map<String, FieldValue> fields(
            Party party, String lender, String number, LocalDate draftedOn, LocalDate expiresOn) {
        return Map.of(
                "contractNumber", new FieldValue.Words(number),
                "draftedOn", new FieldValue.Date(draftedOn),
                "expiresOn", new FieldValue.Date(expiresOn),
                "lender", new FieldValue.Words(lender),
                "borrowerName", new FieldValue.Words(party.name()),
                "borrowerIdNumber", new FieldValue.Words(party.idNumber()),
                "walletTail", new FieldValue.Words(walletTail),
                "limit", new FieldValue.Money(limit),
                "mortgageBalance", new FieldValue.Money(mortgageBalance),
                "undoHours", new FieldValue.Words(Long.toString(undoHours)));
    }
}
