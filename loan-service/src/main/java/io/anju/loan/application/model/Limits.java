package io.anju.loan.application.model;

import io.anju.kernel.schedule.Method;
import io.anju.loan.product.model.InterestOnlyMonths;
import io.anju.loan.product.model.TrancheKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the product version of an application allows.
 *
 * @param maxInterestOnlyMonths months of interest alone at the start
 * @param maxBulletMonths longest term that is repaid at its end at once
 * @param kinds the tranches that it lends, in the order of the enum
 * @param maxPrincipal fen, for the kinds that have a ceiling of their own
 */
public record Limits(
        int minMonths,
        int maxMonths,
        Set<Method> methods,
        int maxInterestOnlyMonths,
        int maxBulletMonths,
        List<TrancheKind> kinds,
        Map<TrancheKind, Long> maxPrincipal) {

    public Limits {
        methods = Set.copyOf(methods);
        kinds = kinds.stream().sorted().toList();
        maxPrincipal = Map.copyOf(maxPrincipal);
    }

    List<Gap> gapsOf(TrancheWish wish, String path) {
        List<Gap> gaps = new ArrayList<>();
        if (wish.months() < minMonths || wish.months() > maxMonths) {
            gaps.add(new Gap(path + ".months", "TERM_OUT_OF_RANGE"));
        }
        if (!methods.contains(wish.method())) {
            gaps.add(new Gap(path + ".method", "METHOD_NOT_OFFERED"));
        }
        gaps.addAll(gapsOfMethod(wish, path));
        if (wish.principal() > maxPrincipal.getOrDefault(wish.kind(), Long.MAX_VALUE)) {
            gaps.add(new Gap(path + ".principal", "PRINCIPAL_TOO_LARGE"));
        }
        return gaps;
    }

    /** How method, term and months of interest alone go together. */
    private List<Gap> gapsOfMethod(TrancheWish wish, String path) {
        List<Gap> gaps = new ArrayList<>();
        if (wish.method() == Method.BULLET && methods.contains(Method.BULLET) && wish.months() > maxBulletMonths) {
            gaps.add(new Gap(path + ".months", "BULLET_TERM_TOO_LONG"));
        }
        InterestOnlyMonths.findGap(wish.method(), wish.interestOnlyMonths(), wish.months(), maxInterestOnlyMonths)
                .ifPresent(code -> gaps.add(new Gap(path + ".interestOnlyMonths", code)));
        return gaps;
    }
}
