package io.anju.loan.channel.model;

import java.util.List;

/**
 * Where an operation can be done, and why.
 *
 * @param rule stable code of the rule that says so
 * @param bring stable codes of what to have at hand
 */
public record ChannelDecision(Operation operation, Channel channel, String rule, List<String> bring) {

    public ChannelDecision {
        bring = List.copyOf(bring);
    }

    /** The ways to the bank; every operation can be done at a branch too (无障碍环境建设法 39). */
    public enum Channel {
        ONLINE,
        VIDEO,
        BRANCH
    }
}
