package io.anju.identity.proof;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Limits of one-time codes. */
@ConfigMapping(prefix = "anju.identity.sms")
public interface ProofConfig {

    /** Pause between two codes to one phone, among those that anybody can ask for and among those of its own account. */
    @WithDefault("60s")
    Duration pause();

    /** Codes to one phone in 24 hours that anybody can ask for: to register, to sign in, to change to it. */
    @WithDefault("20")
    int perPhone();

    /** Codes to one phone in 24 hours that its own account asks for, signed in. */
    @WithDefault("20")
    int perAccount();

    /** Codes asked for from one network address (IPv6: one /64) in 24 hours; many customers may share one behind a carrier's NAT. */
    @WithDefault("500")
    int perAddress();
}
