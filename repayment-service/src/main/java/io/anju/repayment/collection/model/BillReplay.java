package io.anju.repayment.collection.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Bills of a loan worked out from nothing but what was billed and what came in for them, in its order: the proof that the
 * state kept beside the shares is theirs. Used by one thread, once.
 */
public final class BillReplay {

    private final TreeMap<Integer, Bill> bills = new TreeMap<>();

    /** Begins with these as they were billed. */
    public BillReplay(Collection<BillFacts> billed) {
        billed.forEach(facts -> bills.put(facts.number(), Bill.of(facts)));
    }

    /** A share as it was used; answers whether it is used so again. */
    public boolean take(BillShare share) {
        if (!(bills.get(share.number()) instanceof Bill.Unpaid bill)) {
            return false;
        }
        return switch (share.cause()) {
            case BillShare.Payment payment -> {
                Bill.Received received =
                        then(bill, share).receive(share.date(), share.parts().total());
                bills.put(share.number(), received.after());
                yield received.parts().equals(share.parts());
            }
            case BillShare.Waived waived -> {
                long amount = share.parts().penalty();
                boolean fits = amount <= then(bill, share).owedOn(share.date()).penalty();
                if (fits) {
                    bills.put(
                            share.number(),
                            bill.owing(bill.facts(), then(bill, share).waived(share.date(), amount)));
                }
                yield fits;
            }
        };
    }

    /**
     * A payment anew, for what is owed by now, by the rates that were known when it came: the oldest first. Where less is owed than it had paid, the rest is there for
     * what falls due next.
     *
     * @param payment all its shares
     * @return its shares now; together as much as before, unless less is owed in all
     */
    public List<BillShare> pay(List<BillShare> payment) {
        BillShare one = payment.getFirst();
        long left = payment.stream().mapToLong(share -> share.parts().total()).sum();
        List<BillShare> now = new ArrayList<>();
        for (Map.Entry<Integer, Bill> entry : bills.entrySet()) {
            if (left > 0 && entry.getValue() instanceof Bill.Unpaid bill) {
                Bill.Received received = then(bill, one).receive(one.date(), left);
                left = received.left();
                entry.setValue(received.after());
                now.add(one.instead(entry.getKey(), received.parts()));
            }
        }
        return now;
    }

    /** Its lateness by what had happened when that came in. */
    private static Lateness then(Bill.Unpaid bill, BillShare share) {
        return new Lateness(bill, share.version());
    }

    /** Whether a bill as it is kept owes what it owes here. */
    public boolean agreesWith(Bill kept) {
        return switch (get(kept.facts().number())) {
            case Bill.Paid paid -> paid.equals(kept);
            case Bill.Unpaid unpaid ->
                kept instanceof Bill.Unpaid other && unpaid.open().equals(other.open());
        };
    }

    /** The bill as it is by now. */
    public Bill get(int number) {
        Bill bill = bills.get(number);
        if (bill == null) {
            throw new IllegalArgumentException("not billed: " + number);
        }
        return bill;
    }

    /** The bill as it is kept, owing what it owes here; paid before, it is debited again on the next day. */
    public Bill restored(Bill kept, int attempts, LocalDate today) {
        return switch (get(kept.facts().number())) {
            case Bill.Paid paid -> paid;
            case Bill.Unpaid unpaid ->
                switch (kept) {
                    case Bill.Unpaid still -> still.owing(unpaid.facts(), unpaid.open());
                    case Bill.Paid no -> Bill.reopened(unpaid, attempts, today);
                };
        };
    }
}
