package nl.poort25.backoffice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import nl.poort25.abuse.AbuseReports;
import nl.poort25.abuse.CaseOverview;
import nl.poort25.abuse.CaseTask;
import nl.poort25.abuse.ReportResource;
import nl.poort25.abuse.ReportState;
import nl.poort25.abuse.StaffAbuseResource;
import nl.poort25.account.RequiredRoles;
import nl.poort25.account.Role;
import nl.poort25.domain.DomainCounts;
import nl.poort25.domain.NextStep;
import nl.poort25.enforcement.Alarm;
import nl.poort25.enforcement.Alarms;
import nl.poort25.enforcement.FirewallResource;
import nl.poort25.enforcement.MailServersResource;
import nl.poort25.exemption.DecisionResource;
import nl.poort25.exemption.ExemptionTask;
import nl.poort25.exemption.ExemptionTasks;
import nl.poort25.exemption.StaffExemptionResource;
import nl.poort25.list.BoundedCount;
import nl.poort25.list.ListUnion;
import nl.poort25.mailservice.MailServiceList;
import nl.poort25.mailservice.MailServiceList.Stage;
import nl.poort25.mailservice.StaffMailServicesResource;
import nl.poort25.network.ProviderMailServer;
import nl.poort25.network.ProviderMailServers;
import nl.poort25.overview.StaffDomainsResource;
import nl.poort25.point.PointsResource;
import nl.poort25.state.EnforcementTarget;
import nl.poort25.takeover.OpeningImports;
import nl.poort25.takeover.OpeningImportsResource;

/** Gathers the tasks that wait for staff beside the tickets, the most pressing first. */
@ApplicationScoped
class StaffTasks {
  private static final String DOUBTED = "doubted";
  private static final String REPORTS = "/backoffice/abuse/reports?state=";

  @Inject OpeningImports openings;

  /** What is counted for the tasks, each under a name of its own. */
  static void addCounted(ListUnion<Object> counts, Instant now) {
    counts.add(Alarm.class, Alarms.counted());
    for (var target : EnforcementTarget.values()) {
      counts.add(target, Alarms.heldBack(target));
    }
    counts.add(ProviderMailServer.class, ProviderMailServers.counted());
    counts.addAll(CaseOverview.counted());
    counts.addAll(ExemptionTasks.counted(now));
    counts.addAll(AbuseReports.counted());
    for (var stage : List.of(Stage.WAITING, Stage.PROOF)) {
      counts.add(stage, MailServiceList.waiting(stage));
    }
    for (var next : List.of(NextStep.SET_MX_HERE, NextStep.RECORD_PROOF)) {
      counts.add(next, DomainCounts.waiting(next));
    }
    counts.add(DOUBTED, DomainCounts.doubted());
  }

  /**
   * @param counts of what {@link #addCounted} names
   */
  List<StaffTask> of(Map<Object, BoundedCount> counts) {
    var work = new ArrayList<StaffTask>();
    // an alarm is looked into where the points are
    var points = RequiredRoles.to(PointsResource.class, "change");
    add(
        work,
        "bad",
        "backoffice.work.alarms",
        counts.get(Alarm.class),
        points,
        "/backoffice/points");
    for (var target : EnforcementTarget.values()) {
      add(
          work,
          "wait",
          "backoffice.work.held-back." + target,
          counts.get(target),
          RequiredRoles.to(FirewallResource.class, "confirm"),
          target == EnforcementTarget.FIREWALL ? "/backoffice/firewall" : "/backoffice/relays");
    }
    add(
        work,
        "wait",
        "backoffice.work.mail-servers",
        counts.get(ProviderMailServer.class),
        RequiredRoles.to(MailServersResource.class, "confirm"),
        "/backoffice/mail-servers");
    for (var task : CaseTask.values()) {
      add(work, counts, task, "backoffice.work.case.", by(task), "/backoffice/abuse?task=");
    }
    for (var task : ExemptionTask.values()) {
      add(
          work,
          counts,
          task,
          "backoffice.work.exemption.",
          by(task),
          "/backoffice/exemptions?task=");
    }
    var imports = openings.waiting();
    if (!imports.isEmpty()) {
      add(
          work,
          "wait",
          "backoffice.work.openings",
          BoundedCount.of(imports.size()),
          RequiredRoles.to(OpeningImportsResource.class, "apply"),
          "/backoffice/exemptions/imports/" + imports.get(0));
    }
    var judges = RequiredRoles.to(ReportResource.class, "confirm");
    for (var state : ReportState.values()) {
      add(work, counts, state, "backoffice.work.report.", judges, REPORTS);
    }
    add(
        work,
        "wait",
        "backoffice.work.mail-services",
        counts.get(Stage.WAITING),
        RequiredRoles.to(StaffMailServicesResource.class, "activate"),
        "/backoffice/mail-services");
    // nobody at the provider has anything to do for these
    add(
        work,
        "info",
        "backoffice.work.mail-services.proof",
        counts.get(Stage.PROOF),
        Set.of(),
        "/backoffice/mail-services?state=proof");
    var provers = RequiredRoles.to(StaffDomainsResource.class, "prove");
    String next = "/backoffice/domains?next=";
    add(work, counts, NextStep.SET_MX_HERE, "backoffice.work.next.", Set.of(Role.NETWORK), next);
    add(work, counts, NextStep.RECORD_PROOF, "backoffice.work.next.", provers, next);
    add(
        work,
        "info",
        "backoffice.work.doubted",
        counts.get(DOUBTED),
        provers,
        "/backoffice/domains?proof=doubted");
    return work;
  }

  /**
   * @param count null for what is not counted
   */
  private static void add(
      List<StaffTask> work,
      String sign,
      String what,
      BoundedCount count,
      Set<Role> by,
      String href) {
    if (count != null && !count.isZero()) {
      work.add(new StaffTask(sign, count.say(what), by, href));
    }
  }

  private static void add(
      List<StaffTask> work,
      Map<Object, BoundedCount> counts,
      Enum<?> task,
      String key,
      Set<Role> by,
      String list) {
    boolean pressing = task == CaseTask.TO_CONFIRM || task == ExemptionTask.TO_CLOSE;
    add(
        work,
        pressing ? "bad" : "wait",
        key + task,
        counts.get(task),
        by,
        list + task.name().toLowerCase(Locale.ROOT));
  }

  private static Set<Role> by(CaseTask task) {
    return switch (task) {
      case TO_CONFIRM -> RequiredRoles.to(StaffAbuseResource.class, "enforce");
      case TO_JUDGE -> RequiredRoles.to(StaffAbuseResource.class, "judge");
      case TO_CLOSE -> RequiredRoles.to(StaffAbuseResource.class, "close");
    };
  }

  private static Set<Role> by(ExemptionTask task) {
    return switch (task) {
      case TO_OPEN -> RequiredRoles.to(StaffExemptionResource.class, "opened");
      case TO_CLOSE -> RequiredRoles.to(StaffExemptionResource.class, "closed");
      case UNCONFIRMED -> RequiredRoles.to(StaffExemptionResource.class, "end");
      case TO_ACCEPT -> RequiredRoles.to(DecisionResource.class, "accept");
    };
  }
}
