package nl.poort25.abusereport;

import nl.poort25.setting.Setting;
import nl.poort25.setting.Settings;

/**
 * What is read of an upload before the rest of it is refused: everything in a report is written by
 * a stranger.
 *
 * @param bytes of one report
 * @param parts of one report that are looked at
 * @param depth of parts within parts
 * @param reports in one mailbox file
 */
public record ReportLimits(int bytes, int parts, int depth, int reports) {
  public static ReportLimits of(Settings settings) {
    return new ReportLimits(
        Math.multiplyExact(1024, settings.number(Setting.REPORT_LARGEST_KILOBYTES)),
        settings.number(Setting.REPORT_PARTS),
        settings.number(Setting.REPORT_DEPTH),
        settings.number(Setting.REPORT_MAILBOX));
  }
}
