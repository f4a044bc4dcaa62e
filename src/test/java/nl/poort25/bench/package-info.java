/**
 * Measures what the portal must hold for a large provider: each page with a thousand and with a
 * million domains, pages a second beside another application on the same machine, and the weight of
 * a page. Programs, not tests: no build runs them.
 *
 * <p>{@code LargeProvider} makes the database, on H2 or PostgreSQL, empty before: partners and
 * their people ({@code admin1@large.example} has a tenth of all), staff ({@code
 * administrator@large.example} and one of each role), domains, mail services, exemptions, tickets,
 * abuse cases, audit log with its seals, mails. After {@code mvn -DskipTests package}:
 *
 * <pre>
 * java -cp "target/test-classes:target/classes:target/ROOT/WEB-INF/lib/*" \
 *   nl.poort25.bench.LargeProvider domains=1000000 db=jdbc:h2:file:./target/large/data/poort25
 * </pre>
 *
 * <p>The other programs need nothing but the JDK:
 *
 * <ol>
 *   <li>Start the portal again, with its own options of the README, and beside it Spring PetClinic
 *       4 of commit edf4db28a, with its own defaults (its H2 in memory) on http://127.0.0.1:18999.
 *       Both on the same JDK, both with the heap that the JDK gives them; nothing else runs.
 *   <li>{@code java -cp target/test-classes nl.poort25.bench.PagesPerSecond}: each of 32 users
 *       signs in and asks for the list of 25 domains again and again, on a connection that is kept,
 *       as a browser would with gzip. Both are warmed up for 360 s, then they take turns of 20 s,
 *       five each. What counts is a whole page with status 200, with the text that belongs in it;
 *       any other answer ends the run. The ratio is taken within a round, the result is the median.
 *       Every name=value has a default; an unknown name lists them all. {@code encoding=identity}
 *       measures without compression. The warm-up is long because on two processors the compiler
 *       has to share them with 32 users: the portal was at its full speed after 270 s, and doubled
 *       it within the last 20 of them.
 *   <li>{@code java -cp target/test-classes nl.poort25.bench.PageWeight}: the same page for a new
 *       browser with all that it refers to, style sheets followed, at most 150,000 bytes; then once
 *       more, at most 20,000 bytes. Headers are counted. Ends with 1 when a limit is passed.
 * </ol>
 *
 * <p>Pages a second say little where something else runs beside the portal. {@code ProcessorTime
 * pid=… paths=/domains,/} says what a page costs in processor time, by what the threads are for,
 * with p50 and p99; {@code RenderTime} (the same class path and {@code target/classes}) what the
 * HTML of that list does, and how much garbage it makes, in one thread without a container.
 *
 * <p>{@code PageTable small=http://127.0.0.1:8080 large=http://127.0.0.1:8081} (with the class path
 * of {@code LargeProvider}) compares two portals, on a thousand and on a million domains: the homes
 * and each list with each of its filters, also those that match nothing, in turns, the medians of
 * one user. H2 answers the same statement from its last result: measure with {@code
 * ;OPTIMIZE_REUSE_RESULTS=0} behind the URL of the database, and with {@code poort25.demo=true}, or
 * staff is asked for a second factor. {@code QueryPlansTest} holds in each build that no page reads
 * all rows.
 *
 * <p>The start: {@code java -cp target/test-classes nl.poort25.bench.StartToFirstPage times=5
 * url=http://127.0.0.1:8080/login -- java … -jar target/portal.jar --port 8080}, with the settings
 * in the environment, prints seconds and memory of each start and the median. Where others use the
 * machine, compare the seconds of processor. Memory: {@code MemoryUnderLoad pid=… minutes=60} asks
 * for the pages that are used most and prints each minute what is resident; ends with 1 above 900
 * MB.
 *
 * <p>The JDK's HTTP client is not used: it would take a good part of the processors that both
 * servers and the users share. Compression is the portal's own burden in this comparison:
 * PetClinic's defaults do not compress.
 */
package nl.poort25.bench;
