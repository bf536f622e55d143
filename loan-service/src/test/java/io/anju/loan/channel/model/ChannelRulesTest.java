package io.anju.loan.channel.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChannelRulesTest {

    @ParameterizedTest
    @CsvSource({
        "SIGN_CONTRACT, L3, ONLINE, VERIFIED_ENOUGH_FOR_ONLINE",
        "SIGN_CONTRACT, L2, ONLINE, PASSKEY_FIRST",
        "INTERVIEW, L3, VIDEO, INTERVIEW_BY_VIDEO",
        "INTERVIEW, L1, BRANCH, INTERVIEW_IN_PERSON",
        "LOST_ALL_PASSKEYS, L3, BRANCH, RECOVERY_NEEDS_TWO_OFFICERS",
        "RELEASE_MORTGAGE, L3, ONLINE, REGISTRY_RELEASES_ELECTRONICALLY",
    })
    void sayWhereAndWhy(Operation operation, String level, ChannelDecision.Channel channel, String rule) {
        var decision = ChannelRules.decide(operation, level);

        assertEquals(channel, decision.channel());
        assertEquals(rule, decision.rule());
    }
}
