package io.anju.repayment.change.model;

import io.anju.kernel.schedule.Method;

/** What a borrower asks to have changed. */
public sealed interface ChangeAsk {

    /** Which kind of change it is. */
    Kind kind();

    /** The one value that it names, as text; empty where it names none. */
    String value();

    /** The kinds of change. */
    enum Kind {
        DUE_DAY(Subject.PLAN),
        METHOD(Subject.PLAN),
        TERM(Subject.PLAN),
        RELIEF(Subject.PLAN),
        CYCLE(Subject.RATE),
        TO_FIXED(Subject.RATE),
        TO_FLOATING(Subject.RATE),
        SPREAD(Subject.RATE);

        private final Subject subject;

        Kind(Subject subject) {
            this.subject = subject;
        }

        /** Whether plan or rate. */
        public Subject subject() {
            return subject;
        }
    }

    /** What is changed. */
    enum Subject {
        PLAN,
        RATE
    }

    /** Instalments fall due on another day of the month, 1 to 31. */
    record DueDay(int day) implements ChangeAsk {
        @Override
        public Kind kind() {
            return Kind.DUE_DAY;
        }

        @Override
        public String value() {
            return Integer.toString(day);
        }
    }

    /** Another way of repaying. */
    record MethodTo(Method method) implements ChangeAsk {
        @Override
        public Kind kind() {
            return Kind.METHOD;
        }

        @Override
        public String value() {
            return method.name();
        }
    }

    /** A term that many instalments longer. */
    record Longer(int instalments) implements ChangeAsk {
        @Override
        public Kind kind() {
            return Kind.TERM;
        }

        @Override
        public String value() {
            return Integer.toString(instalments);
        }
    }

    /** Interest alone for that many instalments (宽限). */
    record Relief(int instalments) implements ChangeAsk {
        @Override
        public Kind kind() {
            return Kind.RELIEF;
        }

        @Override
        public String value() {
            return Integer.toString(instalments);
        }
    }

    /** A floating rate fixed anew every so many months: 3, 6 or 12. */
    record Cycle(int months) implements ChangeAsk {
        @Override
        public Kind kind() {
            return Kind.CYCLE;
        }

        @Override
        public String value() {
            return Integer.toString(months);
        }
    }

    /** The rate in force to the end. */
    record ToFixed() implements ChangeAsk {
        @Override
        public Kind kind() {
            return Kind.TO_FIXED;
        }

        @Override
        public String value() {
            return "";
        }
    }

    /** A rate that follows the LPR, fixed anew every so many months: 3, 6 or 12. */
    record ToFloating(int cycleMonths) implements ChangeAsk {
        @Override
        public Kind kind() {
            return Kind.TO_FLOATING;
        }

        @Override
        public String value() {
            return Integer.toString(cycleMonths);
        }
    }

    /** As low a spread as the public rule allows (中国人民银行公告〔2024〕第11号). */
    record LowerSpread() implements ChangeAsk {
        @Override
        public Kind kind() {
            return Kind.SPREAD;
        }

        @Override
        public String value() {
            return "";
        }
    }

    /** An ask from its kind and its value. */
    static ChangeAsk of(Kind kind, String value) {
        return switch (kind) {
            case DUE_DAY -> new DueDay(Integer.parseInt(value));
            case METHOD -> new MethodTo(Method.valueOf(value));
            case TERM -> new Longer(Integer.parseInt(value));
            case RELIEF -> new Relief(Integer.parseInt(value));
            case CYCLE -> new Cycle(Integer.parseInt(value));
            case TO_FIXED -> new ToFixed();
            case TO_FLOATING -> new ToFloating(Integer.parseInt(value));
            case SPREAD -> new LowerSpread();
        };
    }
}
