package io.anju.loan.application.model;

import org.jspecify.annotations.Nullable;

/**
 * The home that is bought and mortgaged.
 *
 * @param certificateNumber number of the property certificate (不动产权证号), in the one spelling of {@link
 *     CertificateNumbers}, whoever wrote it down
 * @param price fen, as in the purchase contract
 * @param sellerReference account reference that the money is paid to; null: the bank's escrow account
 */
public record Property(
        String certificateNumber,
        String address,
        long price,
        @Nullable String sellerReference) {

    public Property {
        certificateNumber = CertificateNumbers.normalise(certificateNumber);
    }
}
