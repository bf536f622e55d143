package io.anju.launcher.stack;

import io.anju.launcher.Home;
import io.anju.launcher.postgres.Postgres;
import io.anju.launcher.process.RunFiles;
import io.anju.launcher.process.RunningProcess;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Stops what a supervisor left running that was killed before it could stop its children. */
final class Leftovers {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Leftovers() {}

    /** Stops the children stage by stage as an orderly stop does, then PostgreSQL; says what ran. */
    static List<String> stop(Home home, Postgres postgres) {
        var runFiles = new RunFiles(home.run());
        var stopped = new ArrayList<String>();
        for (List<String> stage : StopOrder.STAGES) {
            List<RunningProcess> processes =
                    stage.stream().flatMap(name -> runFiles.find(name).stream()).toList();
            processes.forEach(RunningProcess::askToStop);
            processes.forEach(process -> process.stop(PATIENCE));
            processes.forEach(process -> stopped.add(process.name()));
            stage.forEach(runFiles::remove);
        }
        if (postgres.isRunning()) {
            postgres.stop();
            stopped.add(Postgres.NAME);
        }
        return stopped;
    }

    /** Whether anything runs without a supervisor. */
    static boolean exist(Home home, Postgres postgres) {
        return postgres.isRunning() || new RunFiles(home.run()).list().stream().anyMatch(RunningProcess::isAlive);
    }
}
