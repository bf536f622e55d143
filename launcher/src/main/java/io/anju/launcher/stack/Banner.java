package io.anju.launcher.stack;

import io.anju.launcher.Home;
import io.anju.launcher.Ports;
import io.anju.launcher.keys.DemoPerson;
import io.anju.launcher.keys.Secrets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a person wants to know once everything is up. */
final class Banner {

    private Banner() {}

    static List<String> lines(Home home, Ports ports, Secrets secrets) {
        var lines = new ArrayList<String>();
        lines.add("");
        lines.add("Anju is up    " + ports.origin());
        lines.add("SMS arrive at " + Ports.url(ports.sandbox()) + "/");
        lines.add("Demo staff, each of whom may enrol a first passkey with the code, once:");
        for (DemoPerson person : secrets.demoStaff()) {
            lines.add(String.format(
                    Locale.ROOT, "  %-7s %-13s %s", person.name(), person.role(), person.enrolmentCode()));
        }
        lines.add("Demo partner " + Secrets.DEMO_AGENCY + ", key " + secrets.clientKey(Secrets.DEMO_AGENCY));
        lines.add("Data and keys of this stack are kept in " + home.data());
        lines.add("./anju status · ./anju logs [service] · ./anju down");
        return lines;
    }
}
