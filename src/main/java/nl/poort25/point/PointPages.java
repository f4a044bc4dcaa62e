package nl.poort25.point;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.NotFoundException;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import nl.poort25.account.CurrentUser;
import nl.poort25.audit.AuditLog;
import nl.poort25.enforcement.Alarms;
import nl.poort25.enforcement.MxReachability;
import nl.poort25.enforcement.PointHold;
import nl.poort25.enforcement.PointHolds;
import nl.poort25.list.ListRequest;
import nl.poort25.setting.Setting;
import nl.poort25.setting.Settings;
import nl.poort25.state.EnforcementTarget;
import nl.poort25.state.StateFormat;
import nl.poort25.text.Text;
import nl.poort25.web.Choice;
import nl.poort25.web.Page;

/** Gathers the data of the staff pages about points. */
@ApplicationScoped
@Transactional
class PointPages {
  private static final int SHOWN_ACTS = 20;

  /** Of each kind; the file has them all. */
  private static final int SHOWN_LINES = 100;

  private static final List<Choice> FORMATS =
      Arrays.stream(PointKind.values()).map(f -> Choice.explained(f, "point.format")).toList();

  @Inject Points points;
  @Inject StateOffers offers;
  @Inject PointHolds holds;
  @Inject Drifts drifts;
  @Inject PointHistory states;
  @Inject LastProbeResults probes;
  @Inject ObservedAddressList seen;
  @Inject ObservedAddressImpact impact;
  @Inject Rollout rollout;
  @Inject Alarms alarms;
  @Inject MxReachability mxReach;
  @Inject AuditLog log;
  @Inject CurrentUser user;
  @Inject Settings settings;
  @Inject SigningKeys signatures;
  @Inject InstantSource clock;

  Page list() {
    return Page.of("point/list.html")
        .with("rows", points.all().stream().map(this::row).toList())
        .with("retired", points.retired())
        .with("alarms", alarms.current())
        .with("past", alarms.past())
        .with("mostPast", Alarms.PAST)
        .with("mostRetired", Points.RETIRED);
  }

  Page show(long id) {
    var point = points.get(id);
    var row = row(point);
    var asked = asked(point, row);
    boolean sees = point.isToSee();
    var hold = holds.of(id).orElse(null);
    var drift = drifts.of(point);
    var faults = PostfixFault.of(point, drift);
    var shown =
        drift.stream()
            .filter(line -> faults.isEmpty() || PostfixFault.of(line.getText()).isEmpty())
            .toList();
    var change = hold == null ? null : holds.difference(hold, row.wanted()).orElse(null);
    boolean manages = user.visitor().network();
    return Page.of("point/show.html")
        .with("counts", sees ? impact.count(asked) : null)
        .with("closes", sees && point.getLooks().getSince() != null)
        .with(
            "takes",
            sees ? seen.page(asked, ListRequest.of(ObservedAddressesResource.of(id))) : null)
        .with("faults", faults)
        .with("mends", faults.stream().anyMatch(PostfixFault::ofSettings))
        .with("settings", PostfixFault.commands())
        .with("hold", hold)
        .with("seenHold", hold == null ? null : PointHolds.shown(hold, row.wanted()))
        .with("most", SHOWN_LINES)
        .with("change", change)
        .with("confirmsHold", change != null && !hold.isConfirmed() && manages)
        .with("row", row)
        .with("point", point)
        .with("agent", Agent.of(point.getFormat()))
        .with("key", signatures.standing(point.getKeyFingerprint()))
        .with("keySince", signatures.since())
        .with("shown", point.shown(row.wanted()))
        .with("mx", mx(point, row.wanted()))
        .with("mxSeen", Text.of("point.mx.seen"))
        .with("sections", new PointSections(point, hold != null, faults, shown, manages))
        .with("wrong", point.getFormat().isProber() ? probes.wrong(point) : List.of())
        .with("right", point.getFormat().isProber() ? probes.right(point) : 0)
        .with("held", states.of(point))
        .with("acts", log.history("point", id, SHOWN_ACTS));
  }

  Page seen(long id, ListRequest request) {
    var point = points.get(id);
    var asked = asked(point, row(point));
    var list = seen.page(asked, request);
    return Page.of("point/seen.html")
        .with("point", point)
        .with("stay", list.asked().containsKey("stay"))
        .with("counts", impact.count(asked))
        .with("list", list);
  }

  private ObservedAddressImpact.Asked asked(Point point, PointRow row) {
    return new ObservedAddressImpact.Asked(point, row.wanted(), clock.instant());
  }

  /**
   * Of a firewall that may be told to enforce: which hosts of 3.10 nobody outside could reach then,
   * or of which that is not known (2.5).
   */
  List<MxReachability.Mx> mx(long id) {
    var point = points.get(id);
    return mx(point, offers.wanted(point));
  }

  private List<MxReachability.Mx> mx(Point point, long wanted) {
    boolean concerned =
        point.getTarget() == EnforcementTarget.FIREWALL
            && !point.isByHand()
            && !point.getFormat().isProber()
            && !point.isEnforcing()
            && !point.isRetired();
    return concerned
        ? mxReach.of(wanted).stream()
            .filter(mx -> !mx.known() || !mx.getClosed().isEmpty())
            .toList()
        : List.of();
  }

  /** What would change on a point that is held, a line each. */
  String change(long id) {
    var point = points.get(id);
    return holds
        .of(id)
        .flatMap(hold -> holds.difference(hold, offers.wanted(point)))
        .orElseThrow(NotFoundException::new)
        .text();
  }

  private PointRow row(Point point) {
    long wanted = point.isRetired() ? 0 : offers.wanted(point);
    var hold = holds.of(point.getId());
    boolean waits = hold.filter(one -> !one.isConfirmed()).isPresent();
    return new PointRow(
        point,
        wanted,
        hold.map(PointHold::getNumber).orElse(point.getHeld().getAppliedNumber()),
        PointStatus.of(point, wanted, waits, rollout.isSilent(point, clock.instant())));
  }

  Page form(Point pointOrNull, PointForm form) {
    return Page.of("point/form.html")
        .with("point", pointOrNull)
        .with("form", form)
        .with("canBeCanary", pointOrNull == null || pointOrNull.getFormat().canBeCanary())
        .with("formats", FORMATS);
  }

  /** The only page that shows a token, and what to do with it. */
  Page token(Point point, ShownToken shown) {
    String portal = settings.text(Setting.PUBLIC_URL);
    var page =
        Page.of("point/token.html")
            .with("point", point)
            .with("token", shown.value())
            .with("portal", portal)
            .with("route", PortalUrlCheck.of(portal))
            .with("check", "curl -sS -o /dev/null -w '%{http_code}\\n' " + portal + "/login")
            .with("ask", Agent.ask());
    return point.getFormat().hasAgent()
        ? withAgent(page, point, portal)
        : page.with("files", StateFormat.files(point.getTarget()));
  }

  private Page withAgent(Page page, Point point, String portal) {
    return page.with("install", Agent.of(point.getFormat()).install(portal, point.getId(), pem()))
        .with("settings", point.getFormat() == PointKind.POSTFIX ? PostfixFault.commands() : null)
        .with("agent", Agent.of(point.getFormat()));
  }

  String pem() {
    return signatures.pem();
  }
}
