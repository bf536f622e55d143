package io.anju.kit.client;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;

/** By what this service proves itself to identity. */
@ConfigMapping(prefix = "anju.service")
interface ServiceKeyConfig {

    /** The private key: PEM, PKCS#8, EC P-256. Identity has the public half. */
    Path keyFile();
}
