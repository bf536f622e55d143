package io.anju.loan.application;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of the borrower's side: {@code anju.application.*}. */
@ConfigMapping(prefix = "anju.application")
public interface OriginationConfig {

    /** Most drafts that one customer keeps at a time. */
    @WithDefault("5")
    int maxDrafts();
}
