package io.anju.contract.evidence;

import io.anju.contract.evidence.model.NoteKey;
import io.anju.contract.evidence.model.SignedNote;
import io.anju.contract.evidence.model.SignedNote.NoteSignature;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.List;

/** The key that signs the log's heads. */
public record LogKey(NoteKey verifier, PrivateKey signer) {
    /** {@code text} as a note signed by this key. */
    public SignedNote sign(String text) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(signer);
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return new SignedNote(text, List.of(new NoteSignature(verifier.name(), verifier.id(), signature.sign())));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the log's head could not be signed", e);
        }
    }

    @Override
    public String toString() {
        return "LogKey[" + verifier.name() + "]";
    }
}
