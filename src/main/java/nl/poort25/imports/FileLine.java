package nl.poort25.imports;

/** A line of an uploaded file, or what stands for several of them. */
public interface FileLine {
  /** Counted from 1. */
  int number();

  String text();

  static FileLine of(int number, String text) {
    return new Plain(number, text);
  }

  /** One of which nothing more is known. */
  record Plain(int number, String text) implements FileLine {}
}
