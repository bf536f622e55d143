package io.anju.repayment.card.model;

import io.anju.kernel.result.Refusal;
import java.util.Map;
import java.util.UUID;

/** Why a card is not bound, chosen or unbound. */
public sealed interface CardRefusal extends Refusal {

    /** No such card of this customer, or not in a state for this. */
    record NoSuchCard(UUID card) implements CardRefusal {
        @Override
        public String code() {
            return "NOT_FOUND";
        }
    }

    /** The network does not know the number, or it is somebody else's card; {@code reason} is the network's code. */
    record NotAccepted(String reason) implements CardRefusal {
        @Override
        public String code() {
            return "CARD_NOT_ACCEPTED";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("reason", reason);
        }
    }

    /** The code is not the one that was sent. */
    record CodeWrong() implements CardRefusal {
        @Override
        public String code() {
            return "CARD_CODE_WRONG";
        }
    }

    /** The binding has ended: too many wrong codes, or too late. A new one helps. */
    record BindingEnded(String reason) implements CardRefusal {
        @Override
        public String code() {
            return "CARD_BINDING_ENDED";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("reason", reason);
        }
    }

    /** The customer has bound this card already. */
    record AlreadyBound(UUID card) implements CardRefusal {
        @Override
        public String code() {
            return "CARD_ALREADY_BOUND";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("card", card);
        }
    }

    /** So many cards are bound already as one customer can have. */
    record TooMany(int most) implements CardRefusal {
        @Override
        public String code() {
            return "CARD_TOO_MANY";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("most", most);
        }
    }

    /** The name, ID number and phone of the customer are not verified yet. */
    record HolderUnknown() implements CardRefusal {
        @Override
        public String code() {
            return "CARD_HOLDER_NOT_VERIFIED";
        }
    }

    /** A loan would be left without a way to pay. The customer may go on, knowing it. */
    record LeavesLoanWithoutWayToPay(UUID card) implements CardRefusal {
        @Override
        public String code() {
            return "CARD_LAST_FOR_ACTIVE_LOAN";
        }

        @Override
        public Map<String, Object> evidence() {
            return Map.of("card", card, "acknowledge", "acknowledged=true");
        }
    }
}
