package io.anju.identity.verification.model;

import io.anju.identity.model.ProofMethod;
import io.anju.identity.model.RiskVerdict;
import io.anju.kernel.result.Result;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The decision whether a verification may begin: a fold over small rules, the first refusal is the answer.
 *
 * @param act what is about to be done
 * @param asker by whom
 * @param policy under which policy
 */
public record Opening(ProtectedAct act, Asker asker, ActPolicy policy) {

    private interface Rule {
        Optional<VerificationRefusal> refuses(Opening opening);
    }

    private static final List<Rule> RULES = List.of(Opening::role, Opening::level, Opening::target, Opening::method);

    /** Asked before the risk rules, so that they see only requests that could succeed. */
    public Result<Opening, VerificationRefusal> check() {
        for (Rule rule : RULES) {
            Optional<VerificationRefusal> refusal = rule.refuses(this);
            if (refusal.isPresent()) {
                return Result.refused(refusal.get());
            }
        }
        return Result.ok(this);
    }

    /**
     * A verification that was opened.
     *
     * @param others methods with which it could have been opened as well
     */
    public record Opened(Verification.Pending pending, Set<ProofMethod> others) {

        public Opened {
            others = Set.copyOf(others);
        }
    }

    /**
     * Opens the verification with one of the methods that the verdict leaves.
     *
     * @param wanted the method that the person prefers; otherwise the strongest
     * @param delay between proof and token
     */
    public Result<Opened, VerificationRefusal> open(
            UUID id,
            String nonce,
            RiskVerdict.Open verdict,
            Optional<ProofMethod> wanted,
            Optional<Delay> delay,
            Instant now) {
        Set<ProofMethod> left = verdict.leaves(methods());
        if (left.isEmpty()) {
            return Result.refused(new VerificationRefusal.NoMethodLeft(policy.act(), EnumSet.of(ProofMethod.PASSKEY)));
        }
        // The strongest comes first in the order of the enum.
        ProofMethod method =
                wanted.orElseGet(() -> EnumSet.copyOf(left).iterator().next());
        if (!left.contains(method)) {
            return Result.refused(new VerificationRefusal.MethodNotOffered(method, left));
        }
        var opened = new Verification.Opened(id, asker.id(), act, policy.version(), nonce, now);
        var pending =
                new Verification.Pending(opened, method, 0, now.plus(policy.proofTime()), policy.tokenTime(), delay);
        return Result.ok(new Opened(pending, without(left, method)));
    }

    private static Set<ProofMethod> without(Set<ProofMethod> methods, ProofMethod one) {
        var others = EnumSet.copyOf(methods);
        others.remove(one);
        return others;
    }

    private Set<ProofMethod> methods() {
        var common = EnumSet.noneOf(ProofMethod.class);
        common.addAll(policy.methods());
        common.retainAll(asker.methodsFor(policy.act()));
        if (policy.passkeyWhereEnrolled() && asker.usablePasskeys() > 0) {
            common.remove(ProofMethod.SMS);
        }
        return common;
    }

    private Optional<VerificationRefusal> role() {
        return policy.roleMissing(asker.roles());
    }

    private Optional<VerificationRefusal> level() {
        return asker.level().reaches(policy.level())
                ? Optional.empty()
                : Optional.of(new VerificationRefusal.LevelTooLow(policy.level(), asker.level()));
    }

    private Optional<VerificationRefusal> target() {
        return policy.covers(act.resource()) && policy.audience().equals(act.audience())
                ? Optional.empty()
                : Optional.of(new VerificationRefusal.TargetDoesNotFit(policy.act(), act.resource(), act.audience()));
    }

    private Optional<VerificationRefusal> method() {
        return methods().isEmpty()
                ? Optional.of(new VerificationRefusal.NoMethodLeft(policy.act(), policy.methods()))
                : Optional.empty();
    }
}
