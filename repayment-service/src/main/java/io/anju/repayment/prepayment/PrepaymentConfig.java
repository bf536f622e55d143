package io.anju.repayment.prepayment;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.math.BigDecimal;

/** What repaying early costs where the order to pay a loan out says nothing of it; the loan keeps what it was opened with. */
@ConfigMapping(prefix = "anju.prepayment")
public interface PrepaymentConfig {

    /** Least principal of a part prepayment, fen; a full one has none. */
    @WithDefault("100000")
    long minimum();

    /** Months from the start of the loan in which compensation is owed; 0 for never. */
    @WithDefault("0")
    int compensationMonths();

    /** Compensation as a share of the principal repaid early: 0.01 is 1 %. */
    @WithDefault("0")
    BigDecimal compensationShare();

    /** Pause between two looks for prepayments whose date has come. */
    @WithDefault("1s")
    String round();
}
