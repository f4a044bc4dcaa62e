package nl.poort25.domainname;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.poort25.web.MalformedInput;

/**
 * A name below a public suffix, in A-labels and lower case (POLICY 3.4): klant.demon.nl is a name
 * of its own and demon.nl none. Under a top-level domain that no list knows, every second level is
 * one.
 */
public final class DomainName implements Comparable<DomainName> {
  private final String ascii;

  private DomainName(String ascii) {
    this.ascii = ascii;
  }

  /**
   * Takes upper case, white space around the name, one final dot, and an IDN in either form.
   *
   * @throws MalformedInput for anything else that is no domain name, of whatever length
   */
  public static DomainName parse(String typed) {
    return new DomainName(TypedName.ascii(typed));
  }

  /**
   * What that spelling stood for before typed characters were judged by RFC 5892: perhaps a name
   * that is held. Empty where it stood for none.
   */
  public static Optional<DomainName> ofOldSpelling(String typed) {
    try {
      return Optional.of(new DomainName(Idna.toAsciiByUts46(typed)));
    } catch (Idna.Refused e) {
      return Optional.empty();
    }
  }

  /**
   * A name that was accepted once: a later list of suffixes may refuse it, and it must still show.
   */
  public static DomainName ofStored(String ascii) {
    return new DomainName(ascii);
  }

  /** Strictly: no name is under itself. */
  public boolean isUnder(DomainName other) {
    return ascii.endsWith("." + other.ascii);
  }

  /**
   * The names above this one, nearest first, down to two labels. A public suffix may be among them:
   * the list of suffixes changes, names that contain one another do not.
   */
  public List<DomainName> ancestors() {
    DomainName top = top();
    return Stream.iterate(this, DomainName::parent)
        .takeWhile(name -> !name.equals(top))
        .map(DomainName::parent)
        .toList();
  }

  /** The name itself and those above it: who holds one of them has a say in all (3.4). */
  public Stream<DomainName> andAncestors() {
    return Stream.concat(Stream.of(this), ancestors().stream());
  }

  /** The last two labels, which all names that contain or lie under this one have as well. */
  public DomainName top() {
    int dot = ascii.lastIndexOf('.', ascii.lastIndexOf('.') - 1);
    return new DomainName(ascii.substring(dot + 1));
  }

  /** The labels from the top, "nl.klant.www": what lies under a name then stands behind it. */
  public String reversed() {
    var labels = Arrays.asList(ascii.split("\\.", -1));
    Collections.reverse(labels);
    return String.join(".", labels);
  }

  private DomainName parent() {
    return new DomainName(ascii.substring(ascii.indexOf('.') + 1));
  }

  /** With U-labels, for a reader; parses to the same name. */
  public String unicode() {
    return Idna.display(ascii);
  }

  /** Whether IDNA 2008 knows no such name, though some registries sell it: emoji, above all. */
  public boolean isBeyondIdna() {
    return Idna.isBeyond(ascii);
  }

  @Override
  public int compareTo(DomainName other) {
    return ascii.compareTo(other.ascii);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DomainName name && name.ascii.equals(ascii);
  }

  @Override
  public int hashCode() {
    return ascii.hashCode();
  }

  @Override
  public String toString() {
    return ascii;
  }
}
