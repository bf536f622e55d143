package io.anju.identity.risk.model;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is known about a request when the risk rules are asked. These names are the words of the rules' conditions.
 *
 * <p>A customer's own withdrawal, unlinking or complaint is no signal and must never become one.
 *
 * @param act name of the act
 * @param movesMoney whether the act moves money
 * @param amount fen; -1 when the request does not tell
 * @param hour hour of the day in Asia/Shanghai, 0 to 23
 * @param failures24h failed proofs in a row within the last 24 hours
 * @param acts1h verifications opened within the last hour
 * @param newDevice whether the session's device is younger than a day while the account is older
 */
public record Signals(
        String act, boolean movesMoney, long amount, int hour, int failures24h, int acts1h, boolean newDevice) {

    /** The signals by name, as the conditions see them and as the decision keeps them. */
    public Map<String, Object> asMap() {
        var map = new LinkedHashMap<String, Object>();
        map.put("act", act);
        map.put("movesMoney", movesMoney);
        map.put("amount", amount);
        map.put("hour", (long) hour);
        map.put("failures24h", (long) failures24h);
        map.put("acts1h", (long) acts1h);
        map.put("newDevice", newDevice);
        return map;
    }
}
