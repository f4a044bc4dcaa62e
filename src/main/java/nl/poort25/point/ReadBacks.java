package nl.poort25.point;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Keeps the last read-back of each point as it came, packed. */
@ApplicationScoped
@Transactional
class ReadBacks {
  @PersistenceContext EntityManager em;

  void keep(long pointId, byte[] raw) {
    var kept = em.find(PointReadBack.class, pointId);
    if (kept == null) {
      em.persist(new PointReadBack(pointId, packed(raw)));
    } else {
      kept.replace(packed(raw));
    }
  }

  /** It reads back just the lines of a state, which are not kept twice. */
  void forget(long pointId) {
    var kept = em.find(PointReadBack.class, pointId);
    if (kept != null) {
      em.remove(kept);
    }
  }

  boolean has(long pointId) {
    return em.find(PointReadBack.class, pointId) != null;
  }

  /** Empty where it never sent one. */
  byte[] of(long pointId) {
    var kept = em.find(PointReadBack.class, pointId);
    if (kept == null) {
      return new byte[0];
    }
    try (var in = new GZIPInputStream(new ByteArrayInputStream(kept.bytes()))) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] packed(byte[] raw) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(bytes)) {
      out.write(raw);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
