package io.anju.contract.registration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Patience with the property registry. */
@ConfigMapping(prefix = "anju.registration")
public interface RegistrationConfig {
    /** How often the registry is asked at first when its callback has not come. */
    @WithDefault("10s")
    Duration followUp();

    /** How often it is asked in the end; between the two the pause is a tenth of the time waited. */
    @WithDefault("1h")
    Duration followUpMax();

    /** The bank's full name as mortgagee. */
    @WithDefault("安居银行股份有限公司")
    String mortgagee();
}
