package io.anju.contract.proof.model;

import io.anju.contract.signing.model.Contract;

/** What a proof bundle says about itself, so that it can be checked in years by people who never heard of us. */
public final class BundleText {
    private BundleText() {}

    /** The README of a bundle with {@code facts} logged facts. */
    public static String of(Contract contract, int facts) {
        return """
                Proof bundle of contract %1$s (%2$s), state %3$s
                证明包：合同 %1$s

                contract.pdf   The contract with signature page and the bank's seal. Any PDF tool checks the seal:
                                   pdfsig contract.pdf
                signed.pdf     The file that was signed; contract.pdf begins with its very bytes. Its SHA-256 is
                                   %4$s
                                   sha256sum signed.pdf
                signature/     The verification that signed it: a token (JWS) bound to the contract and to the SHA-256
                               of the request {"pdfSha256":"%4$s"},
                               and the passkey's assertion behind it (WebAuthn), where it was handed over.
                clauses.json   Important clauses: when each was shown, for how long, what was answered.
                log/           %5$d facts of the evidence log. For each an opening (salt and fact) and a proof
                               (format c2sp.org/tlog-proof@v1). To check one:
                                   entry = SHA-256(salt || fact)          the fact word for word, in UTF-8
                                   leaf  = SHA-256(0x00 || entry)
                               then walk the proof's path from the leaf to the root in the checkpoint (RFC 9162,
                               2.1.3.2) and verify the checkpoint's signature with the key in log/key.txt
                               (C2SP signed-note, Ed25519).
                """.formatted(
                        contract.facts().number(),
                        contract.facts().kind(),
                        contract.stateName(),
                        contract.facts().pdfSha256(),
                        facts);
    }
}
