package nl.poort25.backoffice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import nl.poort25.abuse.AbuseReports;
import nl.poort25.abuse.CaseOverview;
import nl.poort25.abuse.CaseTask;
import nl.poort25.abuse.ReportResource;
import nl.poort25.abuse.StaffAbuseResource;
import nl.poort25.account.RequiredRoles;
import nl.poort25.account.Role;
import nl.poort25.domain.DomainCounts;
import nl.poort25.domain.NextStep;
import nl.poort25.enforcement.Alarms;
import nl.poort25.enforcement.FirewallResource;
import nl.poort25.enforcement.MailServersResource;
import nl.poort25.exemption.DecisionResource;
import nl.poort25.exemption.ExemptionTask;
import nl.poort25.exemption.ExemptionTasks;
import nl.poort25.exemption.StaffExemptionResource;
import nl.poort25.mailservice.MailServices;
import nl.poort25.mailservice.StaffMailServicesResource;
import nl.poort25.network.ProviderMailServers;
import nl.poort25.overview.StaffDomainsResource;
import nl.poort25.point.PointsResource;
import nl.poort25.state.EnforcementTarget;
import nl.poort25.takeover.OpeningImports;
import nl.poort25.takeover.OpeningImportsResource;
import nl.poort25.text.Text;

/** Gathers the tasks that wait for staff beside the tickets, the most pressing first. */
@ApplicationScoped
class StaffTasks {
  /** Of what may be as many as there are names: no more are counted. */
  private static final int COUNTED = 1000;

  private static final String REPORTS = "/backoffice/abuse/reports?state=";

  @Inject CaseOverview cases;
  @Inject AbuseReports reports;
  @Inject ExemptionTasks exemptions;
  @Inject MailServices mailServices;
  @Inject OpeningImports openings;
  @Inject Alarms alarms;
  @Inject ProviderMailServers servers;
  @Inject DomainCounts domains;

  List<StaffTask> gather() {
    var work = new ArrayList<StaffTask>();
    // an alarm is looked into where the points are
    var points = RequiredRoles.to(PointsResource.class, "change");
    add(work, "bad", "backoffice.work.alarms", alarms.count(), points, "/backoffice/points");
    for (var target : EnforcementTarget.values()) {
      add(
          work,
          "wait",
          "backoffice.work.held-back." + target,
          alarms.heldBack(target),
          RequiredRoles.to(FirewallResource.class, "confirm"),
          target == EnforcementTarget.FIREWALL ? "/backoffice/firewall" : "/backoffice/relays");
    }
    long proposed = servers.waiting();
    if (proposed > 0) {
      var what = Text.of("backoffice.work.mail-servers", proposed);
      var by = RequiredRoles.to(MailServersResource.class, "confirm");
      work.add(new StaffTask("wait", what, proposed, by, "/backoffice/mail-servers"));
    }
    cases.countTasks().forEach((task, count) -> work.add(of(task, count)));
    exemptions.count().forEach((task, count) -> work.add(of(task, count)));
    var imports = openings.waiting();
    if (!imports.isEmpty()) {
      work.add(
          new StaffTask(
              "wait",
              Text.of("backoffice.work.openings", imports.size()),
              imports.size(),
              RequiredRoles.to(OpeningImportsResource.class, "apply"),
              "/backoffice/exemptions/imports/" + imports.get(0)));
    }
    reports
        .countWaiting()
        .forEach(
            (state, count) ->
                work.add(
                    work(
                        "backoffice.work.report.",
                        state,
                        count,
                        RequiredRoles.to(ReportResource.class, "confirm"),
                        REPORTS)));
    long waiting = mailServices.waiting();
    if (waiting > 0) {
      var what = Text.of("backoffice.work.mail-services", waiting);
      var by = RequiredRoles.to(StaffMailServicesResource.class, "activate");
      work.add(new StaffTask("wait", what, waiting, by, "/backoffice/mail-services"));
    }
    // nobody at the provider has anything to do for these
    add(
        work,
        "info",
        "backoffice.work.mail-services.proof",
        mailServices.awaitingProof(),
        Set.of(),
        "/backoffice/mail-services?state=proof");
    addNext(work, NextStep.SET_MX_HERE, Set.of(Role.NETWORK));
    addNext(work, NextStep.RECORD_PROOF, RequiredRoles.to(StaffDomainsResource.class, "prove"));
    long doubted = domains.doubted(COUNTED + 1);
    if (doubted > 0) {
      var what =
          doubted > COUNTED
              ? Text.of("backoffice.work.doubted.more", COUNTED)
              : Text.of("backoffice.work.doubted", doubted);
      var by = RequiredRoles.to(StaffDomainsResource.class, "prove");
      work.add(new StaffTask("info", what, doubted, by, "/backoffice/domains?proof=doubted"));
    }
    return work;
  }

  private static void add(
      List<StaffTask> work, String sign, String what, long count, Set<Role> by, String href) {
    if (count > 0) {
      work.add(new StaffTask(sign, Text.of(what, count), count, by, href));
    }
  }

  private void addNext(List<StaffTask> work, NextStep next, Set<Role> by) {
    add(
        work,
        "wait",
        "backoffice.work.next." + next,
        domains.waiting(next),
        by,
        "/backoffice/domains?next=" + next.name().toLowerCase(Locale.ROOT));
  }

  private static StaffTask of(CaseTask task, long count) {
    var by =
        switch (task) {
          case TO_CONFIRM -> RequiredRoles.to(StaffAbuseResource.class, "enforce");
          case TO_JUDGE -> RequiredRoles.to(StaffAbuseResource.class, "judge");
          case TO_CLOSE -> RequiredRoles.to(StaffAbuseResource.class, "close");
        };
    return work("backoffice.work.case.", task, count, by, "/backoffice/abuse?task=");
  }

  private static StaffTask of(ExemptionTask task, long count) {
    var by =
        switch (task) {
          case TO_OPEN -> RequiredRoles.to(StaffExemptionResource.class, "opened");
          case TO_CLOSE -> RequiredRoles.to(StaffExemptionResource.class, "closed");
          case UNCONFIRMED -> RequiredRoles.to(StaffExemptionResource.class, "end");
          case TO_ACCEPT -> RequiredRoles.to(DecisionResource.class, "accept");
        };
    return work("backoffice.work.exemption.", task, count, by, "/backoffice/exemptions?task=");
  }

  private static StaffTask work(String key, Enum<?> task, long count, Set<Role> by, String list) {
    boolean pressing = task == CaseTask.TO_CONFIRM || task == ExemptionTask.TO_CLOSE;
    return new StaffTask(
        pressing ? "bad" : "wait",
        Text.of(key + task, count),
        count,
        by,
        list + task.name().toLowerCase(Locale.ROOT));
  }
}
