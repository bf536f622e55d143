package io.anju.contract.drafting;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.math.BigDecimal;

/** What the bank puts into its contracts. */
@ConfigMapping(prefix = "anju.drafting")
public interface DraftingConfig {
    /** The bank's full name, as lender and mortgagee. */
    @WithDefault("安居银行股份有限公司")
    String lender();

    /** Penalty rate over contract rate for late payment, 1.3 to 1.5 (银发〔2003〕251号). */
    @WithDefault("1.5")
    BigDecimal lateFactor();
}
