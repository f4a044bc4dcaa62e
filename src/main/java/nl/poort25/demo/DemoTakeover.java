package nl.poort25.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import nl.poort25.imports.FileImport;
import nl.poort25.imports.FileImports;
import nl.poort25.takeover.DomainImports;
import nl.poort25.takeover.OpeningImports;

/**
 * Takes over openings and domains that existed before the demo world's portal: two openings and two
 * names.
 */
@ApplicationScoped
class DemoTakeover {
  private static final String OPENINGS =
      """
      address;source;connection;kind;since;host
      192.0.2.115;203.0.113.160/28;ZAK-0720;derde partij;2019-03-04;Spamvanger
      192.0.2.140;;THW-2417;eigen maildienst;2017-10-02;mail.windvang.example
      """;

  private static final String DOMAINS =
      """
      name;partner;customer;dns;service;intake;destination;local-part
      windvang.example;Molenwiek Hosting;Maalderij Windvang;nee;Mail SMTP;;192.0.2.113;
      korenmolen.example;Molenwiek Hosting;;nee;Mail SMTP;;10.0.0.25;
      korenmolen.example;Molenwiek Hosting;;nee;Mail pop3 catch all;;;
      """;

  @Inject DemoActs acts;
  @Inject FileImports imports;
  @Inject OpeningImports openings;
  @Inject DomainImports domains;

  void fill(Instant now) {
    var lieke = acts.account("lieke@routit.example");
    var at = DemoActs.ago(now, 100);
    acts.actAs(lieke);
    var open = imports.keep(FileImport.Kind.OPENINGS, OPENINGS, lieke.getId(), at);
    var karim = acts.account("karim@routit.example");
    acts.actAs(karim);
    openings.apply(open.getId(), openings.preview(OPENINGS, at).digest(), karim.getId(), at);
    acts.flush();
    var names = imports.keep(FileImport.Kind.DOMAINS, DOMAINS, karim.getId(), at);
    domains.apply(
        names.getId(),
        domains.preview(DOMAINS, at).digest(),
        "Klantenlijst van Molenwiek, 2017",
        at);
    acts.flush();
  }
}
