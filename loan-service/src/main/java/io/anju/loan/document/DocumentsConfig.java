package io.anju.loan.document;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of the documents: {@code anju.documents.*}. */
@ConfigMapping(prefix = "anju.documents")
public interface DocumentsConfig {

    /** Folder of the encrypted contents; made when missing. */
    @WithDefault(".anju/documents")
    String directory();

    /** Largest document, bytes; 50 MiB. */
    @WithDefault("52428800")
    long maxBytes();

    /** Most documents of one application. */
    @WithDefault("50")
    int maxPerApplication();
}
