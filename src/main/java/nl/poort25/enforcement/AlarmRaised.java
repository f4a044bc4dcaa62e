package nl.poort25.enforcement;

import java.util.Map;
import java.util.TreeMap;
import nl.poort25.audit.Act;
import nl.poort25.audit.Subject;

/** Act: an alarm was raised. */
public record AlarmRaised(Alarm alarm) implements Act {
  @Override
  public Subject subject() {
    String about = alarm.getAbout();
    return new Subject("alarm", alarm.getId(), about == null ? alarm.getKind().name() : about);
  }

  @Override
  public Map<String, String> after() {
    var values = new TreeMap<String, String>();
    values.put("kind", alarm.getKind().name());
    values.put("detail", alarm.getDetail());
    return values;
  }
}
