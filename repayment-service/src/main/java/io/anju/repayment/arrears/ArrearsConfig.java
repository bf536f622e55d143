package io.anju.repayment.arrears;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How loans are classified by their lateness. Days of grace are those of each loan's contract. */
@ConfigMapping(prefix = "anju.arrears")
public interface ArrearsConfig {

    /** Months for which a loan that was non-performing is watched at least. */
    @WithDefault("6")
    int cureMonths();

    /** Instalments that it pays in time meanwhile at least. */
    @WithDefault("2")
    int cureInstalments();

    /** Whether each business date's classification begins by itself. */
    @WithDefault("true")
    boolean automatic();

    /** Loans classified in one transaction. */
    @WithDefault("50")
    int atOnce();
}
