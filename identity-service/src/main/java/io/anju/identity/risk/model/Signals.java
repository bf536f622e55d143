package io.anju.identity.risk.model;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is known about a request when the risk rules are asked. {@link Variable} names what of it rules can speak of, and
 * that set is closed.
 *
 * <p>A customer's own unlinking, withdrawing or complaining is no signal and must never become one: see {@link Act}.
 *
 * @param hour hour of the day in Asia/Shanghai, 0 to 23
 * @param offHours whether it is outside {@link WorkingHours}
 */
public record Signals(
        Act act,
        Amount amount,
        Failures failures,
        Whereabouts whereabouts,
        Velocity velocity,
        Ages ages,
        int hour,
        boolean offHours) {

    /**
     * Failed proofs within the last 24 hours.
     *
     * @param person in a row, by whatever way
     * @param device from this device, whoever was meant
     * @param address from this network address
     * @param prefix from its network (IPv4 /24, IPv6 /48)
     */
    public record Failures(int person, int device, int address, int prefix) {}

    /**
     * Where it comes from.
     *
     * @param newDevice the account is older than a day, the device has been with it for less; one without a name is new with
     *     each sign-in
     * @param newPlace the account knows other networks for more than a day, this one for less
     * @param listedDevice the device is on the list of known bad ones
     * @param listedAddress the address or its network is
     * @param listedPhone the account's phone is
     */
    public record Whereabouts(
            boolean newDevice, boolean newPlace, boolean listedDevice, boolean listedAddress, boolean listedPhone) {}

    /** Decisions that were asked for the person lately; those about leaving are not counted. */
    public record Velocity(int lastHour, int lastDay) {}

    /**
     * How old things are, in whole hours; -1 where there is none.
     *
     * @param account since registration
     * @param passkey since the newest passkey that can be used was enrolled
     * @param passkeyBackup since one of them was last seen to be synchronised to other devices, or no longer
     * @param phoneChanged since the phone was changed
     * @param cardChanged since another card was bound to an account that had one bound before
     */
    public record Ages(int account, int passkey, int passkeyBackup, int phoneChanged, int cardChanged) {

        /** There is no such thing. */
        public static final int NEVER = -1;
    }

    /** What rules and the score see, by name, as a decision keeps it; the score itself is not among it. */
    public Map<String, Object> values() {
        var values = new LinkedHashMap<String, Object>();
        for (Variable variable : Variable.values()) {
            values.put(variable.word(), variable.of(this));
        }
        return values;
    }
}
