package nl.poort25.point;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import nl.poort25.audit.AuditLog;
import nl.poort25.enforcement.Alarms;
import nl.poort25.web.Choice;
import nl.poort25.web.Page;
import nl.poort25.web.Setting;
import nl.poort25.web.Settings;

/** Gathers what staff sees of the points. */
@ApplicationScoped
@Transactional
class PointPages {
  private static final int SHOWN_ACTS = 20;
  private static final List<Choice> FORMATS =
      Arrays.stream(Format.values()).map(f -> Choice.explained(f, "point.format")).toList();

  @Inject Points points;
  @Inject Offers offers;
  @Inject Reports reports;
  @Inject Probes probes;
  @Inject Rollout rollout;
  @Inject Alarms alarms;
  @Inject AuditLog log;
  @Inject Settings settings;
  @Inject Signatures signatures;
  @Inject InstantSource clock;

  Page list() {
    return Page.of("point/list.html")
        .with("rows", points.all().stream().map(this::row).toList())
        .with("retired", points.retired())
        .with("alarms", alarms.current())
        .with("past", alarms.past());
  }

  Page show(long id) {
    var point = points.get(id);
    var row = row(point);
    return Page.of("point/show.html")
        .with("row", row)
        .with("point", point)
        .with("agent", Agent.of(point.getFormat()))
        .with("shown", point.shown(row.wanted()))
        .with("drift", reports.drift(point))
        .with("wrong", point.getFormat().probes() ? probes.wrong(point) : List.of())
        .with("right", point.getFormat().probes() ? probes.right(point) : 0)
        .with("held", reports.held(point))
        .with("acts", log.history("point", id, SHOWN_ACTS));
  }

  private PointRow row(Point point) {
    long wanted = point.isRetired() ? 0 : offers.of(point).number();
    return new PointRow(
        point, wanted, Standing.of(point, wanted, rollout.silence(), clock.instant()));
  }

  Page form(Point pointOrNull, PointForm form) {
    return Page.of("point/form.html")
        .with("point", pointOrNull)
        .with("form", form)
        .with("formats", FORMATS);
  }

  /** The only page that shows a token, and what to do with it. */
  Page token(Point point, ShownToken shown) {
    return Page.of("point/token.html")
        .with("point", point)
        .with(
            "install",
            Agent.of(point.getFormat())
                .install(settings.text(Setting.PUBLIC_URL), point.getId(), shown.value()))
        .with("agent", Agent.of(point.getFormat()));
  }

  String pem() {
    return signatures.pem();
  }
}
