package io.anju.contract.drafting;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What the bank puts into its contracts. */
@ConfigMapping(prefix = "anju.drafting")
public interface DraftingConfig {
    /** The bank's full name, as lender and mortgagee. */
    @WithDefault("安居银行股份有限公司")
    String lender();
}
