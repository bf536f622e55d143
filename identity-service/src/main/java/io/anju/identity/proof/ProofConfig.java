package io.anju.identity.proof;

import io.anju.identity.proof.model.SendingCaps;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Limits of one-time codes. */
@ConfigMapping(prefix = "anju.identity.sms")
public interface ProofConfig {

    /** Pause between two codes to one phone for one purpose. */
    @WithDefault("60s")
    Duration pause();

    /** Codes to one phone in 24 hours. */
    @WithDefault("20")
    int perPhone();

    /** Codes asked for from one network address (IPv6: one /64) in 24 hours; many customers may share one behind a carrier's NAT. */
    @WithDefault("500")
    int perAddress();

    /** The three as the rule takes them. */
    default SendingCaps caps() {
        return new SendingCaps(pause(), perPhone(), perAddress());
    }
}
