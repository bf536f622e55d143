package io.anju.kit.crypto;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;

/** Keys of this service's fields. */
@ConfigMapping(prefix = "anju.crypto")
interface CryptoConfig {

    /** The file of the key sets, as {@link Keysets} describes it; only this service may read it. */
    Path keysetFile();
}
