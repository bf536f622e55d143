package io.anju.identity.risk.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The closed set of what rules and score can know. */
class VariableTest {

    private static final List<String> OF_LEAVING =
            List.of("unlink", "unbind", "withdraw", "erase", "revoke", "complain", "appeal", "consent", "clos");

    @Test
    void isTheseAndNoOthers() {
        assertEquals(
                new TreeSet<>(Set.of(
                        "act",
                        "movesMoney",
                        "officerReleases",
                        "amount",
                        "amountProven",
                        "amountPercentOfLargest",
                        "largeAmount",
                        "hour",
                        "offHours",
                        "failures24h",
                        "failuresDevice24h",
                        "failuresAddress24h",
                        "failuresPrefix24h",
                        "newDevice",
                        "newPlace",
                        "listedDevice",
                        "listedAddress",
                        "listedPhone",
                        "acts1h",
                        "acts24h",
                        "accountHours",
                        "passkeyHours",
                        "passkeyBackupHours",
                        "phoneChangedHours",
                        "cardChangedHours")),
                Arrays.stream(Variable.values()).map(Variable::word).collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void noneSpeaksOfLeaving() {
        for (Variable variable : Variable.values()) {
            assertTrue(OF_LEAVING.stream().noneMatch(variable.word().toLowerCase()::contains), variable.word());
        }
        for (String act : Act.NAMEABLE) {
            assertTrue(OF_LEAVING.stream().noneMatch(act::contains), act);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "wallet.unlink",
                "card.unbind",
                "passkey.revoke",
                "privacy.erase",
                "privacy.export",
                "application.withdraw"
            })
    void anActOfLeavingLooksLikeAnyOtherAndCountsForNothing(String act) {
        var seen = Act.of(act, false, SomeSignals.LARGE, false);

        assertEquals(Act.of("some.thing", false, SomeSignals.LARGE, false), seen);
        assertEquals(new Act(Act.OTHER, false, SomeSignals.LARGE, false, false), seen);
    }

    @Property
    void whatADecisionKeptIsReadAsItWas(@ForAll("signals") Signals signals) {
        assertEquals(Facts.of(signals), Facts.kept(new HashMap<>(signals.values())));
    }

    @Property
    void whatIsNoVariableIsNotReadFromADecisionEither(@ForAll("signals") Signals signals) {
        var stored = new HashMap<>(signals.values());
        stored.put("walletUnlinked", true);
        stored.put("withdrawals", 7L);

        assertEquals(Facts.of(signals), Facts.kept(stored));
    }

    @Provide
    Arbitrary<Signals> signals() {
        return SomeSignals.any();
    }
}
