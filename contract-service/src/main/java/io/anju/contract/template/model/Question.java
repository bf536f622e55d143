package io.anju.contract.template.model;

import java.util.List;

/**
 * What a signer is asked about an important clause: a ticked box proves nothing in court (合同编通则解释 art. 10), a right answer shows that the clause was read.
 *
 * @param correct id of the right option; never sent to the signer
 * @param secondsMin the clause must have been on the screen at least so long, in seconds
 */
public record Question(Text text, List<Option> options, String correct, int secondsMin) {
    /** One possible answer. */
    public record Option(String id, Text text) {}

    /** The right answer must be among the options. */
    public Question {
        options = List.copyOf(options);
        if (options.stream().noneMatch(option -> option.id().equals(correct))) {
            throw new IllegalArgumentException("the right answer " + correct + " is not among the options");
        }
    }
}
