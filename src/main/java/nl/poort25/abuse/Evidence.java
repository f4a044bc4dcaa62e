package nl.poort25.abuse;

import java.time.Instant;

/**
 * What the partner may know of a report. Of the reported message only its Date: Received,
 * Return-Path, To, Delivered-To, List-Unsubscribe and the body name the complainant or carry what
 * stands for one (VERP), and so may From, Subject and Message-ID, whose text the sender chose. What
 * is left are values, never a stranger's words. Address and time are enough to find a message in
 * the mail server's log.
 *
 * @param about the constant of what was complained about
 * @param port of the sender's side, or null
 * @param at when, as staff confirmed it
 * @param messageAt the message's own date, or null
 */
public record Evidence(
    String about, String address, Integer port, long incidents, Instant at, Instant messageAt) {
  static Evidence of(AbuseReport report) {
    return new Evidence(
        report.getAbout(),
        report.getAddress().toString(),
        report.getSourcePort(),
        report.getIncidents(),
        report.getHeldAt(),
        report.getMessageAt());
  }
}
