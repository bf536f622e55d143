package io.anju.contract.registration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Patience with the property registry. */
@ConfigMapping(prefix = "anju.registration")
public interface RegistrationConfig {
    /** How often the registry is asked when its callback has not come. */
    @WithDefault("10s")
    Duration followUp();

    /** The bank's full name as mortgagee. */
    @WithDefault("安居银行股份有限公司")
    String mortgagee();
}
