package io.anju.loan.document;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

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

    /**
     * Most bytes of all documents that one customer keeps here, but for those of decided applications and of loans; 500
     * MiB. Those of a withdrawn application count until they are removed.
     */
    @WithDefault("524288000")
    long maxBytesPerCustomer();

    /** Bytes that an upload has to leave free on the disk; 256 MiB. */
    @WithDefault("268435456")
    long minFreeBytes();

    /**
     * How long the documents of a withdrawn application are kept: what was declared is forgotten at once, and its
     * documents when nobody will ask about them any more (个人信息保护法 47).
     */
    @WithDefault("30d")
    Duration keepWithdrawn();

    /** Age from which a file that no row speaks of is removed; longer than any upload takes. */
    @WithDefault("1d")
    Duration strayAfter();
}
