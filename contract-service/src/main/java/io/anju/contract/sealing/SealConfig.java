package io.anju.contract.sealing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;

/** Where the bank's seal lies and what it says. */
@ConfigMapping(prefix = "anju.seal")
public interface SealConfig {
    /** PKCS#12 file with one private key (RSA or EC) and its certificate chain. */
    Path keystoreFile();

    /** File with the key store's password; a newline at its end is not part of it. */
    Path passwordFile();

    /** Whose seal it is, as printed along its ring and named in the signature. */
    @WithDefault("安居银行股份有限公司")
    String organisation();

    /** What the seal is for, as printed below its star. */
    @WithDefault("合同专用章")
    String purpose();
}
