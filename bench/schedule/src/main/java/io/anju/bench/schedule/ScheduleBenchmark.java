package io.anju.bench.schedule;

import io.anju.kernel.schedule.Bill;
import io.anju.kernel.schedule.LoanState;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The same under JMH, for a quiet machine; {@link CpuTime} is the one for a shared machine. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ScheduleBenchmark {

    /** A contender and the loan whose turn it is. */
    @State(Scope.Thread)
    public static class Turn {
        /** Name of the contender. */
        @Param({"limit", "plain-long", "anju", "strata-dates", "big-decimal"})
        public String contender = "anju";

        private Contender contending = new Anju();
        private int turn;

        /** Finds the contender. */
        @Setup
        public void find() {
            contending = Contenders.named(contender);
        }
    }

    /** A loan in the middle of its life. */
    @State(Scope.Thread)
    public static class Middle {
        private LoanState state = Anju.terms(Loan.of(0)).opening();

        /** Bills half of it. */
        @Setup
        public void billHalf() {
            for (int k = 0; k < Loan.MONTHS / 2; k++) {
                state = state.bill().after();
            }
        }
    }

    /** 360 rows. */
    @Benchmark
    public Object schedule360(Turn turn) {
        return turn.contending.run(Loan.of(turn.turn++));
    }

    /** One instalment from the state that a due run reads. */
    @Benchmark
    public Bill billOne(Middle middle) {
        return middle.state.bill();
    }
}
