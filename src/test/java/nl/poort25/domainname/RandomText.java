package nl.poort25.domainname;

import static java.util.stream.Collectors.joining;

import java.util.Random;
import java.util.stream.Stream;

/** What nobody thinks of typing; the same at each run. */
public final class RandomText {
  public static final int TIMES = 10_000;

  private RandomText() {}

  /** Up to 39 characters of any kind, also halves of some. */
  public static Stream<String> ofAnyCharacters() {
    var random = new Random(25);
    return Stream.generate(
            () ->
                random
                    .ints(random.nextInt(40), 0, 0x10000)
                    .collect(
                        StringBuilder::new, (s, c) -> s.append((char) c), StringBuilder::append)
                    .toString())
        .limit(TIMES);
  }

  /** One to {@code most} of these pieces. */
  public static Stream<String> of(String[] pieces, int most) {
    var random = new Random(2525);
    return Stream.generate(
            () ->
                random
                    .ints(1 + random.nextInt(most), 0, pieces.length)
                    .mapToObj(i -> pieces[i])
                    .collect(joining()))
        .limit(TIMES);
  }
}
