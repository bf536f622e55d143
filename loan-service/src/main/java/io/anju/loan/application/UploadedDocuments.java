package io.anju.loan.application;

import io.anju.kit.tx.Tx;
import io.anju.loan.application.model.DocumentKind;
import io.smallrye.mutiny.Uni;
import java.util.Set;
import java.util.UUID;

/** Which documents back an application. */
public interface UploadedDocuments {

    /** The kinds of which at least one document was uploaded. */
    Uni<Set<DocumentKind>> kinds(Tx tx, UUID applicationId);
}
