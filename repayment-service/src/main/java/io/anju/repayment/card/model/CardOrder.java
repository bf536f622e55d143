package io.anju.repayment.card.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * The order in which a customer's bound cards are tried. The first is the default one, from which instalments are debited
 * by themselves; of the others only those that the customer has agreed to as a fallback ever are.
 *
 * @param cards in their order, with their places from 1 on
 */
public record CardOrder(List<Card.Bound> cards) {

    public CardOrder {
        List<Card.Bound> inOrder = cards;
        cards = IntStream.range(0, inOrder.size())
                .mapToObj(i -> inOrder.get(i).at(i + 1))
                .toList();
    }

    /** With this card at a place, or behind all others where there are fewer; the others keep their order. */
    public CardOrder moved(UUID id, int position, boolean fallback) {
        Card.Bound card = one(id).fallback(fallback);
        List<Card.Bound> others = new ArrayList<>(without(card));
        others.add(Math.min(position - 1, others.size()), card);
        return new CardOrder(others);
    }

    /** With this card as the default one. */
    public CardOrder preferring(UUID id) {
        return moved(id, 1, one(id).fallback());
    }

    /**
     * Without this card. Where it was the default, the first that the customer has agreed to as a fallback takes its place;
     * where there is none such, the next.
     */
    public CardOrder without(UUID id) {
        Card.Bound gone = one(id);
        List<Card.Bound> rest = new ArrayList<>(without(gone));
        if (gone.preferred()) {
            rest.stream().filter(Card.Bound::fallback).findFirst().ifPresent(next -> {
                rest.remove(next);
                rest.addFirst(next);
            });
        }
        return new CardOrder(rest);
    }

    /** The card with this id, which is there. */
    public Card.Bound one(UUID id) {
        return cards.stream().filter(isCard(id)).findFirst().orElseThrow();
    }

    /** Those that are another than before; the default one last, since there is never a second at its side. */
    public List<Card.Bound> changedFrom(List<Card.Bound> before) {
        return cards.stream()
                .filter(card -> !before.contains(card))
                .sorted(Comparator.comparing(Card.Bound::preferred))
                .toList();
    }

    private List<Card.Bound> without(Card.Bound card) {
        return cards.stream().filter(isCard(card.id()).negate()).toList();
    }

    private static Predicate<Card.Bound> isCard(UUID id) {
        return card -> card.id().equals(id);
    }
}
