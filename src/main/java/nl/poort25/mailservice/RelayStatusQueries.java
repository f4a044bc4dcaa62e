package nl.poort25.mailservice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.stream.Stream;
import nl.poort25.domain.Registration;

/** Queries what the relays do with the mail for a name, now or after a decision. */
@ApplicationScoped
@Transactional
public class RelayStatusQueries {
  @Inject ActiveServices services;
  @Inject RelayPreview preview;
  @Inject RelayReadBack readBack;

  /** As things are; of a registration that has ended nothing is said once another has the name. */
  public RelayStatus now(Registration registration) {
    String name = registration.getName();
    return registration.isActive() || !services.isRegistered(name)
        ? ask(name, services.of(name))
        : new RelayStatus(List.of(), new RelayPreview.Preview(List.of(), List.of()), null);
  }

  /** Once staff has set up the order, or carried out the change. */
  RelayStatus activated(MailService service) {
    String name = service.getName();
    var active =
        new ServiceInForce(
            service.getId(),
            name,
            service.getRegistration().getControl().isProven(),
            service.getKind(),
            service.asked());
    return ask(name, Stream.concat(others(service), Stream.of(active)).toList());
  }

  /** Once it has ended. */
  RelayStatus ended(MailService service) {
    return ask(service.getName(), others(service).toList());
  }

  private Stream<ServiceInForce> others(MailService service) {
    return services.of(service.getName()).stream().filter(s -> s.id() != service.getId());
  }

  private RelayStatus ask(String name, List<ServiceInForce> inForce) {
    return new RelayStatus(inForce, preview.of(name, inForce), readBack.find(name).orElse(null));
  }
}
