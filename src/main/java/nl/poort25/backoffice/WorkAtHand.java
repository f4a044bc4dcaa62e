package nl.poort25.backoffice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import nl.poort25.abuse.CaseFilter;
import nl.poort25.abuse.CaseList;
import nl.poort25.abuse.ReportList;
import nl.poort25.account.Role;
import nl.poort25.enforcement.Alarms;
import nl.poort25.enforcement.Target;
import nl.poort25.exemption.ExemptionFilter;
import nl.poort25.exemption.ExemptionList;
import nl.poort25.exemption.OpeningImports;
import nl.poort25.mailservice.MailServices;
import nl.poort25.network.ProviderMailServers;
import nl.poort25.registration.DomainList;
import nl.poort25.web.Text;

/** Gathers what waits for staff beside the tickets, the most pressing first. */
@ApplicationScoped
class WorkAtHand {
  private static final Set<Role> REVIEWERS = Set.of(Role.REVIEWER, Role.ADMINISTRATOR);
  private static final Set<Role> NETWORK = Set.of(Role.NETWORK, Role.ADMINISTRATOR);
  private static final Set<Role> BOTH = Set.of(Role.REVIEWER, Role.NETWORK, Role.ADMINISTRATOR);

  private static final String REPORTS = "/backoffice/abuse/reports?state=";

  @Inject CaseList cases;
  @Inject ReportList reports;
  @Inject ExemptionList exemptions;
  @Inject MailServices mailServices;
  @Inject OpeningImports openings;
  @Inject Alarms alarms;
  @Inject ProviderMailServers servers;
  @Inject DomainList domains;

  List<Work> look() {
    var work = new ArrayList<Work>();
    add(work, "bad", "backoffice.work.alarms", alarms.count(), "/backoffice/points");
    for (var target : Target.values()) {
      add(
          work,
          "wait",
          "backoffice.work.held-back." + target,
          alarms.heldBack(target),
          target == Target.FIREWALL ? "/backoffice/firewall" : "/backoffice/relays");
    }
    long proposed = servers.waiting();
    if (proposed > 0) {
      var what = Text.of("backoffice.work.mail-servers", proposed);
      work.add(new Work("wait", what, proposed, BOTH, "/backoffice/mail-servers"));
    }
    cases.tasks().forEach((task, count) -> work.add(of(task, count)));
    exemptions.tasks().forEach((task, count) -> work.add(of(task, count)));
    var imports = openings.waiting();
    if (!imports.isEmpty()) {
      work.add(
          new Work(
              "wait",
              Text.of("backoffice.work.openings", imports.size()),
              imports.size(),
              REVIEWERS,
              "/backoffice/exemptions/imports/" + imports.get(0)));
    }
    reports
        .waiting()
        .forEach(
            (state, count) ->
                work.add(work("backoffice.work.report.", state, count, BOTH, REPORTS)));
    long waiting = mailServices.waiting();
    if (waiting > 0) {
      var what = Text.of("backoffice.work.mail-services", waiting);
      work.add(new Work("wait", what, waiting, REVIEWERS, "/backoffice/mail-services"));
    }
    long doubted = domains.doubted();
    if (doubted > 0) {
      var what = Text.of("backoffice.work.doubted", doubted);
      work.add(new Work("info", what, doubted, REVIEWERS, "/backoffice/domains?proof=doubted"));
    }
    return work;
  }

  private static void add(List<Work> work, String sign, String what, long count, String href) {
    if (count > 0) {
      work.add(new Work(sign, Text.of(what, count), count, NETWORK, href));
    }
  }

  private static Work of(CaseFilter.Task task, long count) {
    var by = task == CaseFilter.Task.TO_CONFIRM ? NETWORK : REVIEWERS;
    return work("backoffice.work.case.", task, count, by, "/backoffice/abuse?task=");
  }

  private static Work of(ExemptionFilter.Task task, long count) {
    boolean network = task == ExemptionFilter.Task.TO_OPEN || task == ExemptionFilter.Task.TO_CLOSE;
    return work(
        "backoffice.work.exemption.",
        task,
        count,
        network ? NETWORK : REVIEWERS,
        "/backoffice/exemptions?task=");
  }

  private static Work work(String key, Enum<?> task, long count, Set<Role> by, String list) {
    boolean pressing = task == CaseFilter.Task.TO_CONFIRM || task == ExemptionFilter.Task.TO_CLOSE;
    return new Work(
        pressing ? "bad" : "wait",
        Text.of(key + task, count),
        count,
        by,
        list + task.name().toLowerCase(Locale.ROOT));
  }
}
