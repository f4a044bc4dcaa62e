package nl.poort25.exemption;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import nl.poort25.web.WrittenChange;

/**
 * Asks what would come and go at the firewalls if these lines were opened, or closed: answered in
 * each format by whoever makes their state.
 */
public final class Foreseen {
  private final Collection<Line> opened;
  private final Collection<Line> closed;
  private final List<WrittenChange> answers = new ArrayList<>();

  public Foreseen(Collection<Line> opened, Collection<Line> closed) {
    this.opened = opened;
    this.closed = closed;
  }

  public Collection<Line> opened() {
    return opened;
  }

  public Collection<Line> closed() {
    return closed;
  }

  public void isWritten(String format, String text) {
    answers.add(new WrittenChange(format, text));
  }

  List<WrittenChange> answers() {
    return answers;
  }
}
