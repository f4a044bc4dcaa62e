package nl.poort25.demo;

import static nl.poort25.demo.DemoActs.ago;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import nl.poort25.account.Account;
import nl.poort25.mx.MxEvaluator;
import nl.poort25.mx.MxRecord;
import nl.poort25.network.Cidr;
import nl.poort25.network.ProviderMailServers;
import nl.poort25.setting.Settings;

/** The provider's own mail servers in the demo world (2.5): the relays, and one that is to come. */
@ApplicationScoped
class DemoMailServers {
  @Inject DemoActs acts;
  @Inject ProviderMailServers servers;
  @Inject Settings settings;

  void fill(Instant now) {
    var lieke = acts.account("lieke@routit.example");
    var karim = acts.account("karim@routit.example");
    var hosts = MxEvaluator.of(settings).wanted().stream().map(MxRecord::host).distinct().toList();
    for (int i = 0; i < hosts.size(); i++) {
      long id = proposed(lieke, i, hosts.get(i), ago(now, 200));
      acts.actAs(karim);
      servers.confirm(id, 0, karim.getId(), ago(now, 199));
    }
    proposed(lieke, hosts.size(), "derde relay, in gebruik vanaf maandag", ago(now, 1));
  }

  private long proposed(Account by, int which, String reason, Instant at) {
    var address = Cidr.of("198.51.100." + (DemoZones.FIRST_RELAY + which));
    acts.actAs(by);
    servers.propose(address, reason, by.getId(), at);
    acts.flush();
    return servers.within(address, 1).get(0).getId();
  }
}
