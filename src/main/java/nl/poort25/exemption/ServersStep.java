package nl.poort25.exemption;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.poort25.mailservice.Destination;
import nl.poort25.network.Cidr;
import nl.poort25.web.FormErrors;
import nl.poort25.web.MalformedInput;
import nl.poort25.web.SentForm;

/**
 * The mail servers, a row each.
 *
 * @param rows with empty ones to be filled in
 */
record ServersStep(List<Row> rows) implements StepForm {
  private static final int FEWEST = 2;
  private static final int MOST = 10;

  /**
   * What is typed of one server.
   *
   * @param index of its fields
   */
  record Row(int index, String host, String ipv4, String ipv6, String product, String manager) {
    private static Row sent(SentForm sent, int index) {
      return new Row(
          index,
          sent.text("host-" + index),
          sent.text("ipv4-" + index),
          sent.text("ipv6-" + index),
          sent.text("product-" + index),
          sent.text("manager-" + index));
    }

    private static Row of(MailServer server, int index) {
      return new Row(
          index,
          StepForm.shown(server.host()),
          StepForm.shown(server.ipv4()),
          StepForm.shown(server.ipv6()),
          StepForm.shown(server.product()),
          StepForm.shown(server.manager()));
    }

    private static Row empty(int index) {
      return new Row(index, "", "", "", "", "");
    }

    private boolean isBlank() {
      return Stream.of(host, ipv4, ipv6, product, manager).allMatch(String::isBlank);
    }

    private MailServer read(FormErrors errors) {
      String first = address("ipv4-" + index, ipv4, false, errors);
      String second = address("ipv6-" + index, ipv6, true, errors);
      if (ipv4.isBlank() && ipv6.isBlank()) {
        errors.add("ipv4-" + index, "exemption.server.no-address");
      }
      return new MailServer(
          readHost(errors),
          first,
          second,
          errors.required("product-" + index, product, SHORT),
          errors.required("manager-" + index, manager, SHORT));
    }

    private String readHost(FormErrors errors) {
      String field = "host-" + index;
      if (host.isBlank()) {
        errors.add(field, "web.form.required");
        return null;
      }
      try {
        var read = Destination.parse(host);
        if (read.address().isEmpty()) {
          return read.toString();
        }
        errors.add(field, "exemption.server.host-is-address");
      } catch (MalformedInput e) {
        errors.add(field, e.text());
      }
      return null;
    }

    private static String address(String field, String typed, boolean ipv6, FormErrors errors) {
      if (typed.isBlank()) {
        return null;
      }
      try {
        var address = Cidr.parseAddress(typed);
        if (address.isIpv6() == ipv6) {
          return address.toString();
        }
        errors.add(field, ipv6 ? "exemption.server.is-ipv4" : "exemption.server.is-ipv6");
      } catch (MalformedInput e) {
        errors.add(field, e.text());
      }
      return null;
    }
  }

  ServersStep(SentForm sent) {
    this(IntStream.range(0, shown(sent)).mapToObj(i -> Row.sent(sent, i)).toList());
  }

  static ServersStep of(Exemption draft) {
    var servers = draft.getAnswers().getServers();
    return new ServersStep(
            IntStream.range(0, servers.size()).mapToObj(i -> Row.of(servers.get(i), i)).toList())
        .withRows(FEWEST);
  }

  /** How many rows a form that was sent had, at least as many as an empty one has. */
  static int shown(SentForm sent) {
    int last = MOST - 1;
    while (last >= FEWEST && !sent.has("host-" + last)) {
      last--;
    }
    return Math.max(FEWEST, last + 1);
  }

  /** The same with at least that many rows, as far as a form may have them. */
  ServersStep withRows(int wanted) {
    var more = new ArrayList<>(rows);
    while (more.size() < Math.min(wanted, MOST)) {
      more.add(Row.empty(more.size()));
    }
    return new ServersStep(Collections.unmodifiableList(more));
  }

  ServersStep withOneMore() {
    return withRows(rows.size() + 1);
  }

  public boolean isFull() {
    return rows.size() >= MOST;
  }

  @Override
  public Consumer<Exemption> read(FormErrors errors) {
    var servers =
        rows.stream()
            .filter(row -> row.index() == 0 || !row.isBlank())
            .map(row -> row.read(errors))
            .toList();
    return draft -> draft.draftAnswers().setServers(servers);
  }

  @Override
  public boolean isAsIn(StepForm kept) {
    return kept instanceof ServersStep other && Objects.equals(filled(), other.filled());
  }

  /** Without the empty rows at the end. */
  private List<Row> filled() {
    int end = rows.size();
    while (end > 0 && rows.get(end - 1).isBlank()) {
      end--;
    }
    return rows.subList(0, end);
  }
}
