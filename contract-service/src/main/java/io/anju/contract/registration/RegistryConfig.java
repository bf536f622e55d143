package io.anju.contract.registration;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;

/** The property registry and we, as each reaches the other. */
@ConfigMapping(prefix = "anju.property-registry")
public interface RegistryConfig {

    /** Where the registry is. */
    String url();

    /** Where it reports to us; behind a gateway that is not where this service listens. */
    String callbackUrl();

    /** The file whose text, white space at its ends aside, is the key of the signatures of its reports. */
    Path callbackSecretFile();
}
